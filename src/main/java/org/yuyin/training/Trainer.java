package org.yuyin.training;

import ai.djl.ndarray.NDManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.model.Losses;
import org.yuyin.model.Network;
import org.yuyin.model.NetworkEncoder;
import org.yuyin.model.SolvedNetwork;
import org.yuyin.model.Step;
import org.yuyin.model.TrainableNetwork;
import org.yuyin.storage.InputException;

/**
 * The training loop. Every batch has a native memory scope of its own, so memory stays flat however
 * long a run is. On a processor the same task gives the same losses every time, whether it ran in
 * one go or was stopped and resumed. For one thread.
 */
public final class Trainer {
  private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);
  private static final int EVALUATED_AT_ONCE = 1024;
  // Writing a large model after every tiny epoch would cost more than the epochs themselves.
  private static final Duration BETWEEN_EPOCH_CHECKPOINTS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(60);

  private final TrainingTask task;
  private final DeviceChoice device;
  private final CheckpointStore store;
  private final TrainingListener listener;
  private final EpochProbe probe;
  private final BooleanSupplier stop;
  private long savedAt = System.nanoTime();

  /**
   * A training that has not begun.
   *
   * @param stop asked after every batch; once true, the state is saved and the training ends
   */
  public Trainer(
      TrainingTask task,
      DeviceChoice device,
      CheckpointStore store,
      TrainingListener listener,
      EpochProbe probe,
      BooleanSupplier stop) {
    this.task = task;
    this.device = device;
    this.store = store;
    this.listener = listener;
    this.probe = probe;
    this.stop = stop;
  }

  /**
   * Trains to the end or until stopped, from the earlier attempt's state where the store has one.
   *
   * @throws TrainingDivergedException when a loss is no number
   */
  public TrainingOutcome run() {
    var network = task.network();
    try (var manager = device.newManager()) {
      if (network instanceof TrainableNetwork trainable) {
        return train(trainable, manager);
      }
      return solve(network, manager);
    }
  }

  /** A method with a closed form is finished when its weights are there. */
  private TrainingOutcome solve(Network network, NDManager manager) {
    var state = TrainingState.fresh(task, network, device, manager);
    state.rememberBest(new BestEpoch(0, 0));
    store.save(state.saved());
    return new TrainingOutcome(true, 0, null, network, state.bestWeights());
  }

  private TrainingOutcome train(TrainableNetwork network, NDManager manager) {
    var pairs = task.training();
    var course = Course.of(task.recipe().schedule(), pairs.size());
    var state =
        store
            .earlier()
            .map(saved -> TrainingState.of(checked(saved), task, device, manager))
            .orElseGet(() -> TrainingState.fresh(task, network, device, manager));
    var training = new BatchReader(pairs, network.modalities(), course.batch());
    var watched = task.evaluation();
    var evaluation =
        new BatchReader(watched, network.modalities(), Math.min(EVALUATED_AT_ONCE, watched.size()));
    listener.started(course, state.position().epoch() - 1);
    while (!course.over(state.position().epoch() - 1, state.position().bestEpoch())) {
      if (!trainEpoch(network, state, course, training, manager)) {
        save(state);
        return outcome(false, network, state);
      }
      endEpoch(network, state, training, evaluation, manager);
      saveWhenDue(state, BETWEEN_EPOCH_CHECKPOINTS);
    }
    save(state);
    return outcome(true, network, state);
  }

  private CheckpointStore.Saved checked(CheckpointStore.Saved saved) {
    var earlier = saved.last().description();
    var now = Description.of(task);
    if (!earlier.equals(now)) {
      throw new InputException(
          "the checkpoint belongs to another training: it says %s, and this is %s"
              .formatted(earlier, now));
    }
    return saved;
  }

  /** False when it was stopped. */
  private boolean trainEpoch(
      TrainableNetwork network,
      TrainingState state,
      Course course,
      BatchReader reader,
      NDManager manager) {
    int epoch = state.position().epoch();
    var order = order(reader.size(), task.seeds().ofEpoch(epoch));
    for (int batch = state.position().batches(); batch < course.batches(); batch++) {
      if (stop.getAsBoolean()) {
        return false;
      }
      long begun = System.nanoTime();
      try (var scope = manager.newSubManager()) {
        int from = start(batch, reader.size(), course);
        int to = start(batch + 1, reader.size(), course);
        var leaves = state.weights().leaves(scope);
        var step = new Step(true, progress(state, course), random(state));
        var examples = reader.read(order, from, to, scope);
        var losses =
            Backpropagation.run(() -> network.losses(leaves, examples, step), Losses::total);
        var sums = state.position().sums().plus(to - from, losses);
        refuseDivergence(sums.total(), epoch, batch + 1);
        state.adam().step(state.weights(), leaves);
        state.weights().keep(losses.kept());
        double seconds = (System.nanoTime() - begun) / 1e9;
        state.moveTo(state.position().afterBatch(sums, seconds));
      }
      listener.batchDone(epoch, batch + 1, course.batches());
      saveWhenDue(state, BETWEEN_CHECKPOINTS);
    }
    return true;
  }

  private static double progress(TrainingState state, Course course) {
    return Math.min(1, state.adam().steps() / (double) course.batches() / course.epochs());
  }

  private RandomGenerator random(TrainingState state) {
    return task.seeds().ofStep(state.adam().steps());
  }

  /** Batches of nearly equal size: none is so small that its contrasts mean little. */
  private static int start(int batch, int pairs, Course course) {
    return Math.toIntExact((long) batch * pairs / course.batches());
  }

  private static int[] order(int size, RandomGenerator random) {
    var order = IntStream.range(0, size).toArray();
    for (int last = size - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int kept = order[last];
      order[last] = order[other];
      order[other] = kept;
    }
    return order;
  }

  private void refuseDivergence(double loss, int epoch, int batch) {
    if (!Double.isFinite(loss)) {
      double rate = task.recipe().schedule().learningRate();
      throw new TrainingDivergedException(epoch, batch, loss, rate);
    }
  }

  private void endEpoch(
      TrainableNetwork network,
      TrainingState state,
      BatchReader training,
      BatchReader evaluation,
      NDManager manager) {
    var position = state.position();
    if (network instanceof SolvedNetwork solved) {
      var found = solved.solve(state.weights(), use -> training.each(manager, use));
      state.weights().keep(found);
    }
    var watched = evaluate(network, state, evaluation, manager);
    refuseDivergence(watched.mean(), position.epoch(), position.batches());
    boolean better = position.best() == null || watched.mean() < position.best().loss();
    var best = better ? new BestEpoch(position.epoch(), watched.mean()) : position.best();
    if (better) {
      state.rememberBest(new BestEpoch(position.epoch(), watched.mean()));
    }
    state.moveTo(position.afterEpoch(best));
    listener.epochDone(
        new EpochResult(
            position.epoch(),
            position.sums().mean(),
            watched.mean(),
            parts(position.sums(), watched, measured(network, state, manager)),
            position.seconds(),
            training.size() / position.seconds(),
            better));
  }

  private LossSums evaluate(
      TrainableNetwork network, TrainingState state, BatchReader reader, NDManager manager) {
    var step = new Step(false, 1, random(state));
    return reader.fold(
        manager,
        LossSums.none(),
        (sums, batch) -> sums.plus(batch.size(), network.losses(state.weights(), batch, step)));
  }

  private Map<String, Double> measured(
      TrainableNetwork network, TrainingState state, NDManager manager) {
    try (var encoder = new NetworkEncoder(network, state.weights(), manager.newSubManager())) {
      return probe.measure(encoder, task.snapshot());
    }
  }

  private static Map<String, Double> parts(
      LossSums trained, LossSums watched, Map<String, Double> measured) {
    var parts = new LinkedHashMap<String, Double>();
    trained.partMeans().forEach((name, mean) -> parts.put("train " + name, mean));
    watched.partMeans().forEach((name, mean) -> parts.put("evaluation " + name, mean));
    parts.putAll(measured);
    return parts;
  }

  private void saveWhenDue(TrainingState state, Duration after) {
    if (System.nanoTime() - savedAt >= after.toNanos()) {
      save(state);
    }
  }

  private void save(TrainingState state) {
    if (store != CheckpointStore.NONE) {
      store.save(state.saved());
      LOG.debug("saved epoch {}, batch {}", state.position().epoch(), state.position().batches());
    }
    savedAt = System.nanoTime();
  }

  private TrainingOutcome outcome(boolean finished, TrainableNetwork network, TrainingState state) {
    return new TrainingOutcome(
        finished,
        state.position().epoch() - 1,
        state.position().best(),
        network,
        state.bestWeights());
  }
}
