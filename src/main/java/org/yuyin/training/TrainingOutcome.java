package org.yuyin.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuyin.model.Encoder;
import org.yuyin.model.Network;
import org.yuyin.model.NetworkEncoder;
import org.yuyin.model.WeightValues;

/**
 * How a training ended.
 *
 * @param finished false when it was stopped before its end
 * @param epochs that are done
 * @param best the epoch whose weights these are; none before the first epoch has ended, and for
 *     methods without epochs
 */
public record TrainingOutcome(
    boolean finished,
    int epochs,
    @Nullable BestEpoch best,
    Network network,
    List<WeightValues> weights) {

  /** The model with the best epoch's weights; the caller closes it. */
  public Encoder encoder(DeviceChoice device) {
    return NetworkEncoder.of(network, weights, device.newManager());
  }
}
