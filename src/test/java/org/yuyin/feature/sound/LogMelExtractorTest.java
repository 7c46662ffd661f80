package org.yuyin.feature.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yuyin.feature.SoundExtractor;

class LogMelExtractorTest extends SoundExtractorContract {
  private static final int BANDS = KaldiFbank.BANDS;

  private final LogMelExtractor extractor = new LogMelExtractor();

  @Override
  protected SoundExtractor extractor() {
    return extractor;
  }

  /** The six statistics once more, straight from their definition. */
  @Test
  void sixStatisticsDescribeEveryBand() {
    var clip = Clips.wav("emobase/audio/s04_music_16k.wav");
    var vector = extractor.extract(clip);
    var rows = extractor.extractFrames(clip).rows();
    for (int band : new int[] {0, 6, 50, 127}) {
      double[] level = IntStream.range(0, rows.length).mapToDouble(k -> rows[k][band]).toArray();
      double[] change = changes(level);
      double[] seconds =
          IntStream.range(0, level.length / 100)
              .mapToDouble(
                  s -> mean(IntStream.range(0, 100).mapToDouble(k -> level[100 * s + k]).toArray()))
              .toArray();
      double[] secondChange = changes(seconds);
      double[] absolute =
          IntStream.range(0, secondChange.length)
              .mapToDouble(i -> Math.abs(secondChange[i]))
              .toArray();
      double[] expected = {
        mean(level),
        deviation(level),
        mean(change),
        deviation(change),
        deviation(seconds),
        mean(absolute)
      };
      for (int statistic = 0; statistic < expected.length; statistic++) {
        assertThat((double) vector[statistic * BANDS + band])
            .as("statistic %d of band %d", statistic, band)
            .isCloseTo(expected[statistic], within(1e-5));
      }
    }
  }

  /** The lowest bands that hold no bin of the spectrum stay on the floor, normalised as by AST. */
  @Test
  void anEmptyBandHasTheFloorAsMeanAndDoesNotVary() {
    var vector = extractor.extract(Clips.wav("emobase/audio/s04_music_16k.wav"));
    assertThat(vector[3]).isCloseTo(-1.2775937f, within(1e-6f));
    for (int statistic = 1; statistic < LogMelStatistics.STATISTICS; statistic++) {
      assertThat(vector[statistic * BANDS + 3]).isZero();
    }
  }

  @Test
  void aClipBelowTwoSecondsHasNoChangeFromSecondToSecond() {
    var vector = extractor.extract(Clips.noise(1.9, KaldiFbank.SAMPLE_RATE_HZ));
    for (int band = 0; band < BANDS; band++) {
      assertThat(vector[5 * BANDS + band]).isZero();
    }
  }

  @Test
  void itSaysThatItStandsInForAnother() {
    assertThat(extractor.info().substitute()).isTrue();
  }

  private static double[] changes(double[] values) {
    return IntStream.range(1, values.length).mapToDouble(k -> values[k] - values[k - 1]).toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (var value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (var value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }
}
