package org.yuyin.media;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.yuyin.storage.AtomicFile;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;

/**
 * Writes pictures and sound made by a program as an MP4 that every browser plays: H.264 and AAC,
 * the index in front. Uses one thread and one child process; thread-safe.
 */
public final class VideoEncoder {
  /**
   * Size and pace of the pictures.
   *
   * @param width in pixels, even
   * @param height in pixels, even
   * @param framesPerSecond at least 1
   */
  public record Format(int width, int height, int framesPerSecond) {
    public Format {
      if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0 || framesPerSecond < 1) {
        throw new IllegalArgumentException(
            "a video needs even sides and a pace, got %d x %d at %d"
                .formatted(width, height, framesPerSecond));
      }
    }
  }

  /** Draws the pictures in order and hands each over; they are taken before the next is drawn. */
  public interface Film {
    /**
     * @param screen takes width × height pixels, row by row, each 0xRRGGBB
     */
    void show(Consumer<int[]> screen);
  }

  // About 700 kbit/s for 640 x 360 at 25 frames a second.
  private static final double BITS_PER_PIXEL = 0.12;
  // Enough for the quick way to choose the coefficients, which takes a third of the usual one.
  private static final String SOUND_BIT_RATE = "128k";

  private final MediaPrograms programs = MediaPrograms.bundled();
  private final LimitedProcess child;

  /**
   * Encodes within these limits of time, memory and output.
   *
   * @throws InputException when the bundled ffmpeg cannot start on this machine
   */
  public VideoEncoder(MediaLimits limits) {
    this.child =
        new LimitedProcess(limits.wallClock(), limits.memoryBytes(), limits.maxOutputBytes());
  }

  /**
   * Writes the file whole: it appears when it is finished.
   *
   * @param sound played from the start; the longer of picture and sound sets the length
   * @param notes metadata by name, such as {@code title} or {@code comment}
   * @throws InputException when it cannot be written, naming the file and the cause
   */
  public void write(
      Path target, Format format, Film film, Optional<Sound> sound, Map<String, String> notes) {
    var folder = target.toAbsolutePath().getParent();
    var part = target.resolveSibling(UUID.randomUUID() + ".part");
    var pcm = target.resolveSibling(UUID.randomUUID() + ".pcm");
    try {
      Files.createDirectories(folder);
      try {
        if (sound.isPresent()) {
          Files.write(pcm, littleEndian(sound.get()));
        }
        var command = command(format, sound, pcm, notes, part);
        child.feed(command, input -> send(film, format, input));
        AtomicFile.moveInto(part, target);
      } finally {
        Files.deleteIfExists(pcm);
        Files.deleteIfExists(part);
      }
    } catch (ChildFailedException e) {
      throw FfmpegFailures.about(target, e);
    } catch (IOException e) {
      throw IoProblems.writing(target, e);
    }
  }

  private List<String> command(
      Format format, Optional<Sound> sound, Path pcm, Map<String, String> notes, Path part) {
    var command = new ArrayList<String>();
    command.addAll(List.of(programs.ffmpeg().toString(), "-v", "error", "-y"));
    command.addAll(List.of("-f", "rawvideo", "-pix_fmt", "bgr0"));
    command.addAll(List.of("-video_size", format.width() + "x" + format.height()));
    command.addAll(List.of("-framerate", Integer.toString(format.framesPerSecond())));
    command.addAll(List.of("-i", "pipe:0"));
    sound.ifPresent(
        s -> {
          command.addAll(List.of("-f", "s16le", "-ar", Integer.toString(s.sampleRateHz())));
          command.addAll(List.of("-ac", Integer.toString(s.channels())));
          command.addAll(List.of("-i", "file:" + pcm.toAbsolutePath()));
          command.addAll(List.of("-c:a", "aac", "-aac_coder", "fast", "-b:a", SOUND_BIT_RATE));
        });
    long bits =
        Math.round(BITS_PER_PIXEL * format.width() * format.height() * format.framesPerSecond());
    command.addAll(List.of("-c:v", "libopenh264", "-b:v", Long.toString(bits), "-threads", "1"));
    command.addAll(List.of("-g", Integer.toString(2 * format.framesPerSecond())));
    command.addAll(List.of("-pix_fmt", "yuv420p"));
    notes.forEach((name, value) -> command.addAll(List.of("-metadata", name + "=" + value)));
    command.addAll(List.of("-movflags", "+faststart", "-f", "mp4"));
    command.add("file:" + part.toAbsolutePath());
    return command;
  }

  private static void send(Film film, Format format, OutputStream input) throws IOException {
    var bytes = ByteBuffer.allocate(4 * format.width() * format.height());
    bytes.order(ByteOrder.LITTLE_ENDIAN); // 0xRRGGBB becomes blue, green, red, nothing
    try (var buffered = new BufferedOutputStream(input, 1 << 16)) {
      film.show(
          pixels -> {
            bytes.asIntBuffer().put(pixels);
            try {
              buffered.write(bytes.array());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static byte[] littleEndian(Sound sound) {
    var bytes = ByteBuffer.allocate(2 * sound.samples().length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(sound.samples());
    return bytes.array();
  }
}
