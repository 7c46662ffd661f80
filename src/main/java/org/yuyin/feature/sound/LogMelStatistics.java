package org.yuyin.feature.sound;

/**
 * Six statistics of each filterbank band over a clip: mean, deviation, mean and deviation of the
 * change from frame to frame, deviation of the means of whole seconds, and mean absolute change
 * from one second's mean to the next. The last two tell how the music moves. Deviations divide by
 * the count. Gathers row by row, in memory that does not grow with the clip. For one thread.
 */
final class LogMelStatistics {
  static final int STATISTICS = 6;

  private static final int FRAMES_A_SECOND = 100;

  private final int bands;
  private final Spread level;
  private final Spread change;
  private final Spread second;
  private final float[] before;
  private final double[] secondSum;
  private final double[] secondBefore;
  private final double[] secondChange;
  private long frames;
  private long seconds;

  LogMelStatistics(int bands) {
    this.bands = bands;
    level = new Spread(bands);
    change = new Spread(bands);
    second = new Spread(bands);
    before = new float[bands];
    secondSum = new double[bands];
    secondBefore = new double[bands];
    secondChange = new double[bands];
  }

  /** Takes the next frame's bands. */
  void add(float[] row) {
    for (int band = 0; band < bands; band++) {
      level.add(band, row[band]);
      if (frames > 0) {
        change.add(band, (double) row[band] - before[band]);
      }
      before[band] = row[band];
      secondSum[band] += row[band];
    }
    frames++;
    if (frames % FRAMES_A_SECOND == 0) {
      endSecond();
    }
  }

  /** A started second at the end counts for nothing here. */
  private void endSecond() {
    for (int band = 0; band < bands; band++) {
      double mean = secondSum[band] / FRAMES_A_SECOND;
      secondSum[band] = 0;
      second.add(band, mean);
      if (seconds > 0) {
        secondChange[band] += Math.abs(mean - secondBefore[band]);
      }
      secondBefore[band] = mean;
    }
    seconds++;
  }

  /** Statistic after statistic, each with one value for every band; 0 where nothing was seen. */
  float[] vector() {
    var vector = new float[STATISTICS * bands];
    for (int band = 0; band < bands; band++) {
      vector[band] = (float) level.mean(band);
      vector[bands + band] = (float) level.deviation(band);
      vector[2 * bands + band] = (float) change.mean(band);
      vector[3 * bands + band] = (float) change.deviation(band);
      vector[4 * bands + band] = (float) second.deviation(band);
      vector[5 * bands + band] = seconds > 1 ? (float) (secondChange[band] / (seconds - 1)) : 0f;
    }
    return vector;
  }
}
