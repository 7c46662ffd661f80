package org.yuyin.operations.doctor;

import org.yuyin.training.DeviceChoice;

/** What trains and encodes. */
final class DeviceCheck implements Check {
  @Override
  public String name() {
    return "device";
  }

  @Override
  public Finding look() {
    return Finding.ok(DeviceChoice.best() + " (docs/operations.md says how GPUs are used)");
  }
}
