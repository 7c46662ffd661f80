package org.yuyin.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.model.DataShape;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.PairRows;
import org.yuyin.model.Recipe;
import org.yuyin.model.TrainableNetwork;
import org.yuyin.model.WeightValues;
import org.yuyin.storage.InputException;

/**
 * How fast the training loop is, beside how fast it could be if it did nothing but its matrix
 * products: for each weight matrix the product forward, the gradient of the matrix and that of its
 * input, each with as many rows as a batch has pairs.
 */
public final class TrainingBench {
  private static final int PRODUCTS = 3;
  private static final int FLOP_A_TERM = 2; // a multiplication and an addition
  private static final int WARM_UP = 2;

  private final DeviceChoice device;
  private final int epochs;

  /**
   * A bench for one device.
   *
   * @param epochs measured, after one that warms up
   */
  public TrainingBench(DeviceChoice device, int epochs) {
    this.device = device;
    this.epochs = epochs;
  }

  /**
   * What was measured.
   *
   * @param weights trained values
   * @param batch pairs in a batch
   * @param pairsPerSecond median of the epochs; loading, loss, gradients and Adam included
   * @param flopPerPair of the matrix products
   * @param productPairsPerSecond what the bare products would allow
   */
  public record Speed(
      long weights,
      int batch,
      double pairsPerSecond,
      double flopPerPair,
      double productPairsPerSecond) {

    /** 10^9 floating-point operations of matrix products a second, while training. */
    public double gigaflops() {
      return pairsPerSecond * flopPerPair / 1e9;
    }

    /** The same for the bare products. */
    public double productGigaflops() {
      return productPairsPerSecond * flopPerPair / 1e9;
    }

    /** Training's share of the speed of its bare products, about 1 at best. */
    public double ratio() {
      return pairsPerSecond / productPairsPerSecond;
    }
  }

  /**
   * Trains and measures.
   *
   * @throws InputException for a method that does not learn step by step
   */
  public Speed measure(Recipe<?> recipe, Snapshot snapshot) {
    var network = recipe.network(DataShape.of(snapshot));
    if (!(network instanceof TrainableNetwork trainable)) {
      throw new InputException(
          "method %s has a closed form: there are no steps to measure"
              .formatted(recipe.method().name()));
    }
    var pairs = PairRows.of(snapshot, snapshot.rowsOf(Split.TRAIN));
    var initial = new InitialWeights(new Random(0));
    trainable.initialise(initial, pairs);
    var trained = initial.values().stream().filter(WeightValues::trained).toList();
    int batch = Course.of(recipe.schedule(), pairs.size()).batch();
    var matrices = trained.stream().map(WeightValues::shape).filter(it -> it.length == 2).toList();
    double terms = matrices.stream().mapToDouble(it -> (double) it[0] * it[1]).sum();
    return new Speed(
        trained.stream().mapToLong(it -> it.values().length).sum(),
        batch,
        train(recipe, snapshot),
        PRODUCTS * FLOP_A_TERM * terms,
        batch / secondsOfProducts(matrices, batch));
  }

  private double train(Recipe<?> recipe, Snapshot snapshot) {
    var speeds = new ArrayList<Double>();
    var listener =
        new TrainingListener() {
          @Override
          public void epochDone(EpochResult result) {
            speeds.add(result.pairsPerSecond());
          }
        };
    new Trainer(
            new TrainingTask(recipe, snapshot, 0, false),
            device,
            CheckpointStore.NONE,
            listener,
            EpochProbe.NONE,
            () -> speeds.size() > epochs)
        .run();
    return median(speeds.subList(Math.min(1, speeds.size() - 1), speeds.size()));
  }

  private double secondsOfProducts(List<long[]> matrices, int batch) {
    try (var manager = device.newManager()) {
      double sum = 0;
      for (var shape : matrices) {
        sum += secondsOfProducts(shape, batch, manager);
      }
      return sum;
    }
  }

  private double secondsOfProducts(long[] shape, int batch, NDManager parent) {
    try (var manager = parent.newSubManager()) {
      var weights = manager.randomNormal(new Shape(shape));
      var input = manager.randomNormal(new Shape(batch, shape[1]));
      var gradient = manager.randomNormal(new Shape(batch, shape[0]));
      var seconds = new ArrayList<Double>();
      for (int round = 0; round < WARM_UP + epochs; round++) {
        long begun = System.nanoTime();
        try (var forward = input.matMul(weights.transpose());
            var ofWeights = gradient.transpose().matMul(input);
            var ofInput = gradient.matMul(weights)) {
          await(forward, ofWeights, ofInput);
        }
        seconds.add((System.nanoTime() - begun) / 1e9);
      }
      return median(seconds.subList(WARM_UP, seconds.size()));
    }
  }

  /** A GPU works on while the program goes on; reading a value waits for it. */
  private void await(NDArray... results) {
    if (!device.isHost()) {
      for (var result : results) {
        result.flatten().get(0).toType(DataType.FLOAT32, false).getFloat();
      }
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get((values.size() - 1) / 2);
  }
}
