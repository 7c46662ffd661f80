package org.yuyin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.storage.Sha256;

/** The clip that an ad maker leaves with, listened to with numbers. */
class FinishedClipTest {
  private static final int RATE = 48_000;

  @TempDir private static Path folder;

  private final MediaReader reader = new FfmpegMediaReader(MediaLimits.standard());
  private final Previews previews =
      new Previews(reader, MediaLimits.standard(), folder.resolve("previews"));

  @Test
  void itIsAsLongAsItsPicturesAndAsLoudAsStreamingWantsItWithoutClipping() {
    var pictures = content(TestClips.video(folder.resolve("ad.mp4"), 6));
    var music = content(quietMusic("quiet.wav", 3));
    var loudness = reader.soundAndLoudness(music.media(), RATE).loudness();

    var clip = previews.clip(pictures, music, loudness);

    var info = reader.probe(clip);
    assertThat(info.durationSeconds()).isCloseTo(6, within(0.1));
    assertThat(info.picture().orElseThrow().codec()).isEqualTo("h264");
    assertThat(info.sound().orElseThrow().codec()).isEqualTo("aac");
    var heard = reader.soundAndLoudness(clip, RATE).loudness().orElseThrow();
    // Three seconds of music go round twice, and fade out at the end.
    assertThat(heard.integratedLufs()).isCloseTo(-14, within(1.5));
    assertThat(heard.truePeakDbtp()).isLessThan(-0.5);
  }

  @Test
  void musicOfUnknownLoudnessIsLeftAsItIs() {
    var pictures = content(TestClips.video(folder.resolve("other.mp4"), 4));
    var music = content(quietMusic("left.wav", 8));
    var before = reader.soundAndLoudness(music.media(), RATE).loudness().orElseThrow();

    var clip = previews.clip(pictures, music, Optional.empty());

    var heard = reader.soundAndLoudness(clip, RATE).loudness().orElseThrow();
    assertThat(heard.integratedLufs()).isCloseTo(before.integratedLufs(), within(1.5));
  }

  @Test
  void theSameWishIsMadeOnce() {
    var pictures = content(TestClips.video(folder.resolve("once.mp4"), 2));
    var music = content(quietMusic("once.wav", 2));
    var first = previews.clip(pictures, music, Optional.empty());
    assertThat(previews.clip(pictures, music, Optional.empty())).isEqualTo(first);
  }

  private Path quietMusic(String name, int seconds) {
    return TestClips.make(
        folder.resolve(name),
        "-f",
        "lavfi",
        "-i",
        TestClips.chords(220, seconds),
        "-af",
        "volume=-20dB");
  }

  private static Previews.Content content(Path file) {
    return new Previews.Content(Sha256.of(file), file);
  }
}
