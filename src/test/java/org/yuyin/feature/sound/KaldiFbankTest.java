package org.yuyin.feature.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.storage.NpyArray;

class KaldiFbankTest {
  private static final double TOLERANCE = 1e-3;

  private final KaldiFbank fbank = new KaldiFbank();

  /** The golden rows come from torchaudio in single precision: see the licence note beside them. */
  @ParameterizedTest
  @CsvSource({
    "fbank/f01_music_12s_16k.wav, fbank/f01_music_12s_16k.fbank.npy",
    "emobase/audio/s04_music_16k.wav, fbank/s04_music_16k.fbank.npy",
    "emobase/audio/s06_speech_16k.wav, fbank/s06_speech_16k.fbank.npy"
  })
  void rowsAgreeWithTorchaudio(String clip, String golden) {
    var rows = fbank.frames(Clips.wav(clip));
    var expected = NpyArray.read(Path.of("src/test/resources", golden)).rows();
    assertThat(rows).hasDimensions(expected.length, KaldiFbank.BANDS);
    double largest = 0;
    for (int row = 0; row < rows.length; row++) {
      for (int band = 0; band < KaldiFbank.BANDS; band++) {
        largest = Math.max(largest, Math.abs(rows[row][band] - expected[row][band]));
      }
    }
    assertThat(largest).isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 159, 160, 401, 7000})
  void samplesInPiecesGiveTheRowsOfTheWhole(int piece) {
    var clip = Clips.noise(0.9, KaldiFbank.SAMPLE_RATE_HZ);
    var rows = new ArrayList<float[]>();
    var stream = fbank.stream(row -> rows.add(row.clone()));
    int length = clip.samples().length;
    for (int at = 0; at < length; at += piece) {
      stream.accept(clip.samples(), at, Math.min(length, at + piece));
    }
    assertThat(rows.toArray(float[][]::new)).isDeepEqualTo(fbank.frames(clip));
  }

  /** Ten minutes would take 31 MB as rows. */
  @Test
  void aLongTrackIsStreamed() {
    var minute = Clips.noise(60, KaldiFbank.SAMPLE_RATE_HZ).samples();
    var rows = new int[1];
    long before = Allocated.bytes();
    var stream = fbank.stream(row -> rows[0]++);
    for (int i = 0; i < 10; i++) {
      stream.accept(minute, 0, minute.length);
    }
    assertThat(rows[0]).isEqualTo(KaldiFbank.frameCount(10 * minute.length));
    assertThat(Allocated.bytes() - before).isLessThan(8 << 20);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "399, 0", "400, 1", "559, 1", "560, 2", "16000, 98"})
  void onlyWholeFramesCount(int samples, int frames) {
    var clip = Clips.noise((double) samples / 16_000 + 1e-9, KaldiFbank.SAMPLE_RATE_HZ);
    assertThat(KaldiFbank.frameCount(samples)).isEqualTo(frames);
    assertThat(fbank.frames(clip)).hasNumberOfRows(frames);
  }

  /** The energy of the lowest possible band is the floor of Kaldi: ln of the rounding unit. */
  @Test
  void silenceLiesOnTheFloor() {
    for (var row : fbank.frames(Clips.silence(0.1, KaldiFbank.SAMPLE_RATE_HZ))) {
      for (var value : row) {
        assertThat(value).isCloseTo(-15.942385f, within(1e-5f));
      }
    }
  }

  @Test
  void aToneIsLoudestInTheBandOfItsFrequency() {
    var row = fbank.frames(Clips.sine(1000, 0.1, KaldiFbank.SAMPLE_RATE_HZ))[2];
    int loudest = 0;
    for (int band = 1; band < row.length; band++) {
      loudest = row[band] > row[loudest] ? band : loudest;
    }
    double step = (MelBank.mel(8000) - MelBank.mel(20)) / 129;
    double centre = MelBank.mel(20) + step * (loudest + 1);
    assertThat(Math.abs(centre - MelBank.mel(1000))).isLessThan(step);
  }

  @Test
  void anotherSampleRateIsRefused() {
    assertThatThrownBy(() -> fbank.frames(Clips.silence(0.1, 44_100)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("44100 Hz");
  }
}
