package org.yuyin.operations.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Whether there is room for Java's heap and for what PyTorch keeps beside it. */
final class MemoryCheck implements Check {
  private static final long GIGABYTE = 1L << 30;
  private static final long ENOUGH_GB = 4;
  private static final long LEAST_GB = 2;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Finding look() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long all = system.getTotalMemorySize();
    var says =
        "%.1f GB, of which Java's heap may take %.1f; %d processors"
            .formatted(
                all / (double) GIGABYTE,
                Runtime.getRuntime().maxMemory() / (double) GIGABYTE,
                Runtime.getRuntime().availableProcessors());
    if (all < LEAST_GB * GIGABYTE) {
      return Finding.broken(
          says, "give the machine or container at least %d GB".formatted(ENOUGH_GB));
    }
    return all < ENOUGH_GB * GIGABYTE
        ? Finding.weak(says, "trainings on more than a few hundred ads want more")
        : Finding.ok(says);
  }
}
