package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.media.Sound;
import org.yuyin.media.TestClips;

class ListenCommandTest {
  private static final int RATE = 16_000;
  @TempDir private static Path folder;

  @BeforeAll
  static void makeSounds() throws IOException {
    TestClips.wav(folder.resolve("chords.wav"), new Sound(chords(8), 1, RATE));
    TestClips.wav(folder.resolve("silence.wav"), new Sound(new short[8 * RATE], 1, RATE));
    TestClips.make(
        folder.resolve("mute.mp4"),
        "-f",
        "lavfi",
        "-i",
        "testsrc2=size=64x36:rate=5:duration=2",
        "-c:v",
        "libopenh264",
        "-pix_fmt",
        "yuv420p");
  }

  /** Two decaying chords a second. */
  private static short[] chords(int seconds) {
    double[][] chords = {{220, 277.2, 329.6}, {246.9, 293.7, 370}, {196, 246.9, 293.7}};
    var samples = new short[seconds * RATE];
    for (int i = 0; i < samples.length; i++) {
      double t = (double) i / RATE;
      double sum = 0;
      for (double tone : chords[(int) (t / 2) % 3]) {
        for (int harmonic = 1; harmonic <= 4; harmonic++) {
          sum += Math.sin(2 * Math.PI * tone * harmonic * t) / harmonic;
        }
      }
      samples[i] = (short) (2000 * Math.exp(-2 * (t % 0.5)) * sum);
    }
    return samples;
  }

  @Test
  void aFileIsALineWithItsMusicAndItsSeconds() {
    var run = Run.of("listen", folder.resolve("chords.wav").toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).containsPattern("chords.wav +100 % .*LUFS .*dBTP +0:08 · .* m{8}");
  }

  @Test
  void aFileWithoutSoundHasNoMusic() {
    var run = Run.of("listen", folder.resolve("mute.mp4").toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).containsPattern("mute.mp4 +0 % .*no sound track");
  }

  @Test
  void aManifestThatSaysTheTruthIsScored() throws IOException {
    var manifest =
        Files.writeString(
            folder.resolve("truth.csv"),
            """
            file,kind,music_proportion
            chords.wav,chords,1
            silence.wav,silence,0
            mute.mp4,mute,0.5
            """);
    var run = Run.of("listen", "--manifest", manifest.toString(), "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    var json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("files")).hasSize(3);
    // Kept rightly: one of two. Left out rightly: one of one.
    assertThat(json.get("balancedAccuracy").asDouble()).isEqualTo(0.75);
    assertThat(json.get("meanError").asDouble()).isCloseTo(0.5 / 3, within(0.02));
    var text = Run.of("listen", "--manifest", manifest.toString()).out();
    assertThat(text).contains("balanced accuracy 75.0 %").contains("wrongly left out");
  }

  @Test
  void aShareThatIsNoneIsRefusedWithItsRow() throws IOException {
    var manifest =
        Files.writeString(
            folder.resolve("wrong.csv"), "file,music_proportion\nchords.wav,1\nsilence.wav,2\n");
    var run = Run.of("listen", "--manifest", manifest.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("row 3").contains("music_proportion").contains("\"2\"");
  }
}
