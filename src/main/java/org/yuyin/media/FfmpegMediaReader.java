package org.yuyin.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuyin.storage.InputException;

/**
 * Reads media through the bundled ffmpeg, one child process for each answer. A child uses one
 * thread: work on several files runs side by side.
 */
public final class FfmpegMediaReader implements MediaReader {
  /**
   * Frames farther apart than this are fetched one by one with a seek, since a seek decodes half a
   * group of pictures (2 to 10 s in usual files), and the whole stretch otherwise.
   */
  private static final double SEEK_FROM_SECONDS = 6;

  private final MediaPrograms programs;
  private final MediaLimits limits;
  private final LimitedProcess child;
  private final ContainerSniffer sniffer;
  private final Probe probe;

  /**
   * Unpacks the bundled programs on first use.
   *
   * @throws InputException when they cannot start on this machine
   */
  public FfmpegMediaReader(MediaLimits limits) {
    this.programs = MediaPrograms.bundled();
    this.limits = limits;
    this.child = new LimitedProcess(limits.wallClock(), limits.memoryBytes(), 0);
    this.sniffer = new ContainerSniffer(limits.maxFileBytes());
    this.probe = new Probe(programs, limits, child);
  }

  /** Where the bundled programs lie; fails like the constructor when they cannot start. */
  public static String programs() {
    return MediaPrograms.bundled().ffmpeg().toString();
  }

  @Override
  public MediaInfo probe(Path file) {
    var container = sniffer.sniff(file);
    return answer(file, () -> probe.probe(file, container));
  }

  @Override
  public Sound sound(Path file) {
    // By way of float, samples of more than 16 bits are rounded; ffmpeg alone would cut them off.
    return decodeSound(file, List.of("-af", "aformat=sample_fmts=flt"));
  }

  @Override
  public Sound sound(Path file, int sampleRateHz) {
    return decodeSound(file, mono(sampleRateHz));
  }

  @Override
  public MeasuredSound soundAndLoudness(Path file, int sampleRateHz) {
    try {
      return measureSound(file, mono(sampleRateHz));
    } catch (ChildFailedException e) {
      // Whatever is wrong, the sound alone may still be decoded; if not, that tells why.
      return new MeasuredSound(sound(file, sampleRateHz), Optional.empty());
    }
  }

  private static List<String> mono(int sampleRateHz) {
    return List.of("-ac", "1", "-ar", Integer.toString(sampleRateHz));
  }

  private Sound decodeSound(Path file, List<String> form) {
    var command = ffmpeg(List.of(), file, sniffer.sniff(file));
    command.addAll(List.of("-map", "0:a:0"));
    command.addAll(toWav(form));
    return answer(file, () -> child.read(command, wav()::read).output());
  }

  private MeasuredSound measureSound(Path file, List<String> form) throws ChildFailedException {
    // The measured loudness is printed as information, which "error" would hide.
    var messages = List.of("-v", "info", "-hide_banner", "-nostats");
    var command = ffmpeg(messages, file, sniffer.sniff(file));
    command.addAll(List.of("-filter_complex", LoudnessFilter.GRAPH));
    command.addAll(List.of("-map", LoudnessFilter.OUTPUT));
    command.addAll(toWav(form));
    var outcome = child.read(command, wav()::read);
    return new MeasuredSound(outcome.output(), LoudnessFilter.read(outcome.messages()));
  }

  private static List<String> toWav(List<String> form) {
    var options = new ArrayList<>(List.of("-vn", "-sn", "-dn"));
    options.addAll(form);
    options.addAll(List.of("-c:a", "pcm_s16le", "-bitexact", "-f", "wav", "pipe:1"));
    return options;
  }

  private WavStream wav() {
    return new WavStream(limits.maxOutputBytes(), limits.maxSeconds());
  }

  @Override
  public List<Frame> frames(Path file, FrameSampling sampling) {
    var container = sniffer.sniff(file);
    return answer(
        file,
        () -> {
          var info = probe.probe(file, container);
          if (info.picture().isEmpty()) {
            throw new NoPictureException(file);
          }
          var times = FrameTimes.of(info.durationSeconds(), sampling);
          var frames =
              times.stepSeconds() > SEEK_FROM_SECONDS
                  ? seekEach(file, container, sampling, times)
                  : decodeThrough(file, container, sampling, times);
          return frames.isEmpty() ? first(file, container, sampling) : frames;
        });
  }

  /** One pass over the video; the filter hands out the picture on screen at each time. */
  private List<Frame> decodeThrough(
      Path file, Container container, FrameSampling sampling, FrameTimes times)
      throws ChildFailedException {
    // round=up: the frame for a moment is the last one that began at or before it, however
    // unevenly frames are spaced.
    var filter =
        "fps=fps=%s:start_time=%s:round=up,%s"
            .formatted(1 / times.stepSeconds(), times.at(0), scale(sampling));
    var command = ffmpeg(List.of(), file, container);
    command.addAll(pictures(filter, times.count()));
    return child.read(command, output -> frames(output, sampling, times)).output();
  }

  private List<Frame> seekEach(
      Path file, Container container, FrameSampling sampling, FrameTimes times)
      throws ChildFailedException {
    var frames = new ArrayList<Frame>();
    for (int index = 0; index < times.count(); index++) {
      var seek = List.of("-ss", Double.toString(times.at(index)));
      var command = ffmpeg(seek, file, container);
      command.addAll(pictures(scale(sampling), 1));
      var only = FrameTimes.single(times.at(index));
      frames.addAll(child.read(command, output -> frames(output, sampling, only)).output());
    }
    return frames;
  }

  /** For a video so short, or of so wrong a stated length, that no sampling time meets a frame. */
  private List<Frame> first(Path file, Container container, FrameSampling sampling)
      throws ChildFailedException {
    var command = ffmpeg(List.of(), file, container);
    command.addAll(pictures(scale(sampling), 1));
    var frames =
        child.read(command, output -> frames(output, sampling, FrameTimes.single(0))).output();
    if (frames.isEmpty()) {
      throw new InputException(file + ": is damaged: no picture could be decoded");
    }
    return frames;
  }

  // Bilinear in swscale widens its kernel when shrinking, so small pictures do not shimmer.
  private static String scale(FrameSampling sampling) {
    return "scale=%d:%d:flags=bilinear+accurate_rnd+full_chroma_int,setsar=1"
        .formatted(sampling.width(), sampling.height());
  }

  private static List<String> pictures(String filter, int count) {
    return List.of(
        "-map",
        "0:v:0",
        "-an",
        "-sn",
        "-dn",
        "-vf",
        filter,
        "-frames:v",
        Integer.toString(count),
        "-fps_mode",
        "passthrough",
        "-c:v",
        "rawvideo",
        "-pix_fmt",
        "rgb24",
        "-f",
        "rawvideo",
        "pipe:1");
  }

  private static List<Frame> frames(InputStream output, FrameSampling sampling, FrameTimes times)
      throws IOException {
    var frames = new ArrayList<Frame>();
    int length = sampling.width() * sampling.height() * 3;
    while (frames.size() < times.count()) {
      var rgb = output.readNBytes(length);
      if (rgb.length < length) {
        break;
      }
      frames.add(new Frame(times.at(frames.size()), sampling.width(), sampling.height(), rgb));
    }
    return frames;
  }

  private List<String> ffmpeg(List<String> before, Path file, Container container) {
    var command = new ArrayList<String>();
    command.add(programs.ffmpeg().toString());
    command.addAll(List.of("-v", "error", "-nostdin", "-threads", "1", "-filter_threads", "1"));
    command.addAll(before);
    command.addAll(InputOptions.of(file, container, limits));
    return command;
  }

  private interface Question<T> {
    T ask() throws ChildFailedException;
  }

  private static <T> T answer(Path file, Question<T> question) {
    try {
      return question.ask();
    } catch (ChildFailedException e) {
      throw FfmpegFailures.about(file, e);
    }
  }
}
