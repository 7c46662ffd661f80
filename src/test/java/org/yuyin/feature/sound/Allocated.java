package org.yuyin.feature.sound;

import java.lang.management.ManagementFactory;

/** What a test has asked of the heap, whether or not it was given back. */
public final class Allocated {
  private Allocated() {}

  /** Bytes that this thread has allocated since it began. */
  public static long bytes() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
