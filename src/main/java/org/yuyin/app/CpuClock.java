package org.yuyin.app;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yuyin.storage.IoProblems;

/**
 * Time that processors have spent on this program: on all of its threads, and on the child
 * processes that have ended. On a busy machine it tells more than the time that has passed.
 */
final class CpuClock {
  private static final Path SELF = Path.of("/proc/self/stat");

  /** Places of the children's time in user and kernel mode, counted from the process state on. */
  private static final int CHILDREN_USER = 13;

  private static final int CHILDREN_KERNEL = 14;

  /** A tick of the kernel's accounts: Linux shows them to programs by the hundredth of a second. */
  private static final double TICKS_PER_SECOND = 100;

  private CpuClock() {}

  /** Seconds since the program began. */
  static double seconds() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9 + childrenSeconds();
  }

  private static double childrenSeconds() {
    if (!Files.exists(SELF)) {
      return 0; // not Linux: decoding is then left out
    }
    try {
      return childrenSeconds(Files.readString(SELF));
    } catch (IOException e) {
      throw IoProblems.reading(SELF, e);
    }
  }

  /** The program's name stands in brackets and may itself hold brackets and spaces. */
  static double childrenSeconds(String stat) {
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_KERNEL]);
    return ticks / TICKS_PER_SECOND;
  }
}
