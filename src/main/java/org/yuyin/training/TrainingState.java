package org.yuyin.training;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.Network;
import org.yuyin.model.WeightValues;
import org.yuyin.model.Weights;

/** What changes while a model is trained: its weights, Adam's moments, the position, the best. */
final class TrainingState {
  private final Description description;
  private final Weights weights;
  private final Adam adam;
  private Position position;
  private @Nullable Checkpoint best;

  private TrainingState(
      Description description,
      Weights weights,
      Adam adam,
      Position position,
      @Nullable Checkpoint best) {
    this.description = description;
    this.weights = weights;
    this.adam = adam;
    this.position = position;
    this.best = best;
  }

  /** The beginning: weights drawn from the seed. */
  static TrainingState fresh(
      TrainingTask task, Network network, DeviceChoice device, NDManager manager) {
    var initial = new InitialWeights(task.seeds().ofWeights());
    network.initialise(initial, task.training());
    var weights = Weights.of(initial.values(), manager);
    double rate = task.recipe().schedule().learningRate();
    var adam =
        device.isHost() ? new HostAdam(rate, weights) : new DeviceAdam(rate, weights, manager);
    return new TrainingState(Description.of(task), weights, adam, Position.start(), null);
  }

  /** Where an earlier attempt stood. */
  static TrainingState of(
      CheckpointStore.Saved saved, TrainingTask task, DeviceChoice device, NDManager manager) {
    var last = saved.last();
    var weights = Weights.of(last.weights(), manager);
    double rate = task.recipe().schedule().learningRate();
    var adam =
        device.isHost()
            ? new HostAdam(rate, weights, last.moments(), last.steps())
            : new DeviceAdam(rate, last.moments(), last.steps(), manager);
    return new TrainingState(last.description(), weights, adam, last.position(), saved.best());
  }

  Weights weights() {
    return weights;
  }

  Adam adam() {
    return adam;
  }

  Position position() {
    return position;
  }

  void moveTo(Position next) {
    position = next;
  }

  /** Remembers the weights as they are as the best so far. */
  void rememberBest(BestEpoch epoch) {
    var here = new Position(epoch.epoch() + 1, 0, LossSums.none(), 0, epoch);
    best = new Checkpoint(description, here, weights.values(), List.of(), adam.steps());
  }

  /** The best epoch's weights; those of now where no epoch has ended. */
  List<WeightValues> bestWeights() {
    return best == null ? weights.values() : best.weights();
  }

  CheckpointStore.Saved saved() {
    return new CheckpointStore.Saved(
        new Checkpoint(description, position, weights.values(), adam.moments(), adam.steps()),
        best);
  }
}
