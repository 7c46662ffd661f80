package org.yuyin.evaluation.figure;

import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import smile.manifold.TSNE;
import smile.math.MathEx;
import smile.util.AlgoStatus;
import smile.util.IterativeAlgorithmController;

/**
 * Lays points out in a plane so that neighbours stay neighbours: t-distributed stochastic neighbour
 * embedding (van der Maaten and Hinton, JMLR 2008), exact, by Smile. Time and memory grow with the
 * square of the number of points.
 *
 * @param perplexity how many neighbours count, about
 * @param learningRate step size
 * @param iterations of the descent, from 250
 * @param seed of the first layout
 */
public record Tsne(double perplexity, double learningRate, int iterations, long seed) {
  private static final int PLANE = 2;
  private static final double EARLY_EXAGGERATION = 12;
  private static final int FEWEST_ITERATIONS = 250; // the first of them are spent on exaggeration
  private static final int MOMENTUM_SWITCH = 20;
  private static final double LEAST_RATE = 200;
  private static final double FIRST_MOMENTUM = 0.5;
  private static final double LATER_MOMENTUM = 0.8;
  private static final double SMALLEST_GAIN = 0.01;
  private static final double SMALLEST_GRADIENT = 1e-7;
  private static final int POINTS_FOR_EACH_NEIGHBOUR = 3;

  public Tsne {
    if (perplexity < 1 || learningRate <= 0 || iterations < FEWEST_ITERATIONS) {
      throw new IllegalArgumentException(
          "t-SNE needs a perplexity from 1, a step size and 250 iterations, got %s, %s, %d"
              .formatted(perplexity, learningRate, iterations));
    }
  }

  /** The usual choice for so many points: a step size of points / 12 (Belkina et al., 2019). */
  public static Tsne of(int points, long seed) {
    double most = Math.max(1, (points - 1) / (double) POINTS_FOR_EACH_NEIGHBOUR);
    return new Tsne(
        Math.min(30, most), Math.max(LEAST_RATE, points / EARLY_EXAGGERATION), 1_000, seed);
  }

  /**
   * Lays points out.
   *
   * @param points (points, width), at least 4
   * @param progress is told the iteration now and then
   * @param stop asked as often; once true, the layout ends
   * @return (points, 2); empty when stopped
   */
  public Optional<double[][]> layOut(float[][] points, IntConsumer progress, BooleanSupplier stop) {
    MathEx.setSeed(seed);
    try (var controller = new IterativeAlgorithmController<AlgoStatus>()) {
      controller.subscribe(new Watcher(controller, progress, stop));
      var layout = TSNE.fit(doubles(points), options(controller)).coordinates();
      return stop.getAsBoolean() ? Optional.empty() : Optional.of(layout);
    }
  }

  private TSNE.Options options(IterativeAlgorithmController<AlgoStatus> controller) {
    return new TSNE.Options(
        PLANE,
        perplexity,
        learningRate,
        EARLY_EXAGGERATION,
        iterations,
        iterations, // never given up early
        SMALLEST_GRADIENT,
        FIRST_MOMENTUM,
        LATER_MOMENTUM,
        MOMENTUM_SWITCH,
        SMALLEST_GAIN,
        controller);
  }

  /** The same values as doubles. */
  public static double[][] doubles(float[][] points) {
    var copy = new double[points.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = new double[points[i].length];
      for (int d = 0; d < copy[i].length; d++) {
        copy[i][d] = points[i][d];
      }
    }
    return copy;
  }

  /** Passes progress on, and the wish to stop back. */
  private record Watcher(
      IterativeAlgorithmController<AlgoStatus> controller,
      IntConsumer progress,
      BooleanSupplier stop)
      implements Flow.Subscriber<AlgoStatus> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(AlgoStatus status) {
      progress.accept(status.iteration());
      if (stop.getAsBoolean()) {
        controller.stop();
      }
    }

    @Override
    public void onError(Throwable failure) {
      // The layout itself fails as well and says why.
    }

    @Override
    public void onComplete() {
      // Nothing is held.
    }
  }
}
