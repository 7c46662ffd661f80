package org.yuyin.feature.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrogramsTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "1024, 1", "1025, 2", "2048, 2", "2049, 3", "5000, 5", "360000, 352"})
  void asFewWindowsAsPossibleCoverEveryFrame(int rows, int windows) {
    var starts = Spectrograms.covering(new float[rows][1], 1024, 0, 0.01).starts();
    assertThat(starts).hasSize(windows).startsWith(0);
    assertThat(starts.getLast()).isEqualTo(Math.max(0, rows - 1024));
    for (int window = 1; window < windows; window++) {
      assertThat(starts.get(window) - starts.get(window - 1)).isBetween(1, 1024);
    }
  }

  @Test
  void whatIsMissingAtTheEndIsPadded() {
    var clip = Spectrograms.covering(new float[][] {{1, 2}, {3, 4}}, 3, 0.5f, 0.01);
    assertThat(values(clip, 0, 2)).containsExactly(1, 2, 3, 4, 0.5f, 0.5f);
  }

  @Test
  void windowsMayOverlap() {
    var clip = Spectrograms.covering(new float[][] {{1}, {2}, {3}, {4}}, 3, 0, 0.01);
    assertThat(clip.starts()).isEqualTo(List.of(0, 1));
    assertThat(values(clip, 1, 1)).containsExactly(2, 3, 4);
    assertThat(clip.hopSeconds()).isEqualTo(0.01);
  }

  private static float[] values(Spectrograms spectrograms, int window, int bands) {
    var values = FloatBuffer.allocate(spectrograms.frames() * bands);
    spectrograms.put(window, bands, values);
    return values.array();
  }
}
