package org.yuyin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.storage.InputException;

class VideoEncoderTest {
  private static final VideoEncoder.Format SMALL = new VideoEncoder.Format(64, 48, 10);
  @TempDir Path folder;
  private final VideoEncoder encoder = new VideoEncoder(MediaLimits.standard());
  private final FfmpegMediaReader reader = new FfmpegMediaReader(MediaLimits.standard());

  private static VideoEncoder.Film threeSecondsOf(int rgb) {
    return screen -> {
      var pixels = new int[64 * 48];
      Arrays.fill(pixels, rgb);
      for (int frame = 0; frame < 30; frame++) {
        screen.accept(pixels);
      }
    };
  }

  private static Sound tone() {
    var samples = new short[3 * 44_100 * 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (8000 * Math.sin(2 * Math.PI * 440 * (i / 2) / 44_100.0));
    }
    return new Sound(samples, 2, 44_100);
  }

  @Test
  void whatIsWrittenCanBeReadAgain() throws IOException {
    var file = folder.resolve("red.mp4");
    encoder.write(
        file, SMALL, threeSecondsOf(0xE01020), Optional.of(tone()), Map.of("title", "红 = red"));
    var info = reader.probe(file);
    assertThat(info.durationSeconds()).isCloseTo(3, within(0.1));
    assertThat(info.picture().orElseThrow().codec()).isEqualTo("h264");
    assertThat(info.sound().orElseThrow().codec()).isEqualTo("aac");
    var frames = reader.frames(file, FrameSampling.ofSize(8, 8));
    assertThat(frames).hasSize(3);
    var rgb = frames.get(1).rgb();
    assertThat(rgb[0] & 0xff).isCloseTo(0xE0, within(8));
    assertThat(rgb[1] & 0xff).isCloseTo(0x10, within(8));
    assertThat(rgb[2] & 0xff).isCloseTo(0x20, within(8));
    var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertThat(bytes.indexOf("moov")).isLessThan(bytes.indexOf("mdat"));
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aFilmWithoutSoundHasNoAudioStream() {
    var file = folder.resolve("mute.mp4");
    encoder.write(file, SMALL, threeSecondsOf(0), Optional.empty(), Map.of());
    assertThat(reader.probe(file).sound()).isEmpty();
  }

  @Test
  void aFilmThatFailsLeavesNothingBehind() throws IOException {
    var file = folder.resolve("broken.mp4");
    assertThatThrownBy(
            () ->
                encoder.write(
                    file,
                    SMALL,
                    screen -> {
                      throw new IllegalStateException("out of paint");
                    },
                    Optional.of(tone()),
                    Map.of()))
        .hasMessage("out of paint");
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    var notAFolder = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(
            () ->
                encoder.write(
                    notAFolder.resolve("x.mp4"),
                    SMALL,
                    threeSecondsOf(0),
                    Optional.empty(),
                    Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("x.mp4");
  }
}
