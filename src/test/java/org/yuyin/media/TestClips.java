package org.yuyin.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes small real media files with the bundled ffmpeg and by hand. */
public final class TestClips {
  private static final MediaPrograms PROGRAMS = MediaPrograms.bundled();

  private TestClips() {}

  /** Runs ffmpeg with these arguments; the last one is the file to make. */
  public static Path make(Path target, String... arguments) {
    var command =
        new ArrayList<>(List.of(PROGRAMS.ffmpeg().toString(), "-v", "error", "-nostdin", "-y"));
    command.addAll(List.of(arguments));
    command.add(target.toString());
    try {
      new LimitedProcess(Duration.ofSeconds(60), 4L << 30, 1L << 30)
          .read(command, output -> output.readAllBytes().length);
      return target;
    } catch (ChildFailedException e) {
      throw new IllegalStateException(e.messages(), e);
    }
  }

  /** A moving test picture of 320 × 180, 25 frames a second, and a tone of 440 Hz. */
  public static Path video(Path target, double seconds) {
    return make(
        target,
        "-f",
        "lavfi",
        "-i",
        "testsrc2=size=320x180:rate=25:duration=" + seconds,
        "-f",
        "lavfi",
        "-i",
        "sine=frequency=440:sample_rate=44100:duration=" + seconds,
        "-c:v",
        "libopenh264",
        "-pix_fmt",
        "yuv420p",
        "-c:a",
        "aac");
  }

  /** A small moving test picture with {@link #chords} under it, which pass for music. */
  public static Path musicVideo(Path target, int rootHz, int seconds) {
    return make(
        target,
        "-f",
        "lavfi",
        "-i",
        "testsrc2=size=64x64:rate=5:duration=" + seconds,
        "-f",
        "lavfi",
        "-i",
        chords(rootHz, seconds),
        "-c:v",
        "libopenh264",
        "-c:a",
        "aac",
        "-shortest");
  }

  /**
   * A source of sound for {@link #make}: a major chord and the one a fourth above it in turn, twice
   * a second, dying away. Short, but music: a chord that never changes would be a hum.
   */
  public static String chords(int rootHz, int seconds) {
    var angle = "2*PI*t*(1+floor(2*mod(t,1))/3)";
    return "aevalsrc='exp(-3*mod(t,0.5))*(sin(%1$d*%2$s)+sin(%1$d*1.25*%2$s)+sin(%1$d*1.5*%2$s))/4'"
            .formatted(rootHz, angle)
        + ":sample_rate=44100:duration="
        + seconds;
  }

  /** A WAV file with exactly these samples. */
  public static Path wav(Path target, Sound sound) throws IOException {
    int dataBytes = sound.samples().length * 2;
    var bytes = ByteBuffer.allocate(44 + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes()).putInt(36 + dataBytes).put("WAVEfmt ".getBytes()).putInt(16);
    bytes.putShort((short) 1).putShort((short) sound.channels()).putInt(sound.sampleRateHz());
    bytes.putInt(sound.sampleRateHz() * sound.channels() * 2);
    bytes.putShort((short) (sound.channels() * 2)).putShort((short) 16);
    bytes.put("data".getBytes()).putInt(dataBytes);
    for (short sample : sound.samples()) {
      bytes.putShort(sample);
    }
    return Files.write(target, bytes.array());
  }
}
