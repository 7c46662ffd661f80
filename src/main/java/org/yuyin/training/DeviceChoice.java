package org.yuyin.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.Optional;

/**
 * Where PyTorch computes.
 *
 * @param device the first GPU that DJL finds, otherwise the processor
 */
public record DeviceChoice(Device device) {
  /** The engine everything here runs on. */
  public static final String ENGINE = "PyTorch";

  /** A GPU where there is one and the CUDA libraries are in place, otherwise the processor. */
  public static DeviceChoice best() {
    return new DeviceChoice(
        Engine.getEngine(ENGINE).getGpuCount() > 0 ? Device.gpu() : Device.cpu());
  }

  /** A manager on the device; the caller closes it. */
  public NDManager newManager() {
    return NDManager.newBaseManager(device, ENGINE);
  }

  /** The device, where only one job at a time should compute on it: a GPU. */
  public Optional<String> exclusive() {
    return Optional.of(device).filter(Device::isGpu).map(Device::toString);
  }

  /** Whether Java can reach the arrays' memory. */
  boolean isHost() {
    return !device.isGpu();
  }

  /** For the user and the run's row, such as {@code cpu, 2 threads}. */
  @Override
  public String toString() {
    return device.isGpu()
        ? "CUDA " + device
        : "cpu, %d threads".formatted(Runtime.getRuntime().availableProcessors());
  }
}
