package org.yuyin.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Fits the network of {@link MusicModel} by Adam (Kingma and Ba 2015) on cross-entropy. */
final class MusicNetworkFit {
  private static final int HIDDEN = 16;
  private static final int EPOCHS = 40;
  private static final int BATCH = 256;
  private static final double STEP = 3e-3;
  private static final double DECAY = 1e-4;
  private static final int CUES = MusicCues.COUNT;
  // For each unit: its weights, its bias, its part in both answers; then the two biases.
  private static final int UNIT = CUES + 3;
  private static final int SIZE = HIDDEN * UNIT + 2;

  private final List<MusicExamples.Step> steps;
  private final double[] mean = new double[CUES];
  private final double[] deviation = new double[CUES];
  private final double[] weights = new double[SIZE];
  private final Random random = new Random(1);

  MusicNetworkFit(List<MusicExamples.Step> steps) {
    this.steps = steps;
  }

  MusicModel fit(String origin) {
    scale();
    for (int i = 0; i < HIDDEN * UNIT; i++) {
      weights[i] = random.nextGaussian() / Math.sqrt(CUES);
    }
    var x = steps.stream().map(step -> scaled(step.cues())).toArray(double[][]::new);
    var order = new ArrayList<>(IntStream.range(0, x.length).boxed().toList());
    var first = new double[SIZE];
    var second = new double[SIZE];
    int updates = 0;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      double rate = STEP * (1 - (double) epoch / EPOCHS);
      for (int from = 0; from + BATCH <= order.size(); from += BATCH) {
        var gradient = new double[SIZE];
        for (int at : order.subList(from, from + BATCH)) {
          learn(x[at], steps.get(at), gradient);
        }
        updates++;
        for (int i = 0; i < SIZE; i++) {
          double slope = gradient[i] + (i < HIDDEN * UNIT ? DECAY * weights[i] : 0);
          first[i] = 0.9 * first[i] + 0.1 * slope;
          second[i] = 0.999 * second[i] + 0.001 * slope * slope;
          double m = first[i] / (1 - Math.pow(0.9, updates));
          double v = second[i] / (1 - Math.pow(0.999, updates));
          weights[i] -= rate * m / (Math.sqrt(v) + 1e-8);
        }
      }
    }
    return model(origin);
  }

  private void learn(double[] x, MusicExamples.Step step, double[] gradient) {
    var values = new double[HIDDEN];
    double music = weights[SIZE - 2];
    double voice = weights[SIZE - 1];
    for (int unit = 0; unit < HIDDEN; unit++) {
      int at = unit * UNIT;
      double sum = weights[at + CUES];
      for (int i = 0; i < CUES; i++) {
        sum += weights[at + i] * x[i];
      }
      values[unit] = Math.tanh(sum);
      music += weights[at + CUES + 1] * values[unit];
      voice += weights[at + CUES + 2] * values[unit];
    }
    // A mean weight of 1, so that the learning rate means the same for any number of examples.
    double weight = step.weight() * steps.size() / BATCH / 3;
    double musicError = weight * (1 / (1 + Math.exp(-music)) - (step.music() ? 1 : 0));
    double voiceError = weight * (1 / (1 + Math.exp(-voice)) - (step.voice() ? 1 : 0));
    for (int unit = 0; unit < HIDDEN; unit++) {
      int at = unit * UNIT;
      double back =
          (musicError * weights[at + CUES + 1] + voiceError * weights[at + CUES + 2])
              * (1 - values[unit] * values[unit]);
      for (int i = 0; i < CUES; i++) {
        gradient[at + i] += back * x[i];
      }
      gradient[at + CUES] += back;
      gradient[at + CUES + 1] += musicError * values[unit];
      gradient[at + CUES + 2] += voiceError * values[unit];
    }
    gradient[SIZE - 2] += musicError;
    gradient[SIZE - 1] += voiceError;
  }

  private void scale() {
    for (var step : steps) {
      for (int i = 0; i < CUES; i++) {
        mean[i] += step.cues()[i] / steps.size();
      }
    }
    for (var step : steps) {
      for (int i = 0; i < CUES; i++) {
        deviation[i] += Math.pow(step.cues()[i] - mean[i], 2) / steps.size();
      }
    }
    for (int i = 0; i < CUES; i++) {
      mean[i] = round(mean[i]);
      deviation[i] = round(Math.sqrt(deviation[i]));
    }
  }

  private double[] scaled(double[] cues) {
    var scaled = new double[CUES];
    for (int i = 0; i < CUES; i++) {
      scaled[i] = (cues[i] - mean[i]) / deviation[i];
    }
    return scaled;
  }

  private MusicModel model(String origin) {
    var cues =
        IntStream.range(0, CUES)
            .mapToObj(i -> new MusicModel.Cue(MusicCues.NAMES[i], mean[i], deviation[i]))
            .toList();
    var units =
        IntStream.range(0, HIDDEN)
            .mapToObj(unit -> Arrays.copyOfRange(weights, unit * UNIT, (unit + 1) * UNIT))
            .map(MusicNetworkFit::unit)
            .toList();
    return new MusicModel(origin, cues, units, round(weights[SIZE - 2]), round(weights[SIZE - 1]));
  }

  private static MusicModel.Unit unit(double[] numbers) {
    var weights = Arrays.stream(numbers, 0, CUES).map(MusicNetworkFit::round).boxed().toList();
    return new MusicModel.Unit(
        weights, round(numbers[CUES]), round(numbers[CUES + 1]), round(numbers[CUES + 2]));
  }

  private static double round(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
