package org.yuyin.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.yuyin.storage.InputException;

/** Asks ffprobe what a file holds and checks it against the limits. */
final class Probe {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ANSWER_BYTES = 4 << 20;
  private static final String FIELDS =
      "format=duration:stream=codec_type,codec_name,width,height,avg_frame_rate,duration,"
          + "sample_rate,channels:stream_disposition=attached_pic:stream_side_data=rotation";

  private final MediaPrograms programs;
  private final MediaLimits limits;
  private final LimitedProcess child;

  Probe(MediaPrograms programs, MediaLimits limits, LimitedProcess child) {
    this.programs = programs;
    this.limits = limits;
    this.child = child;
  }

  /**
   * Facts of a file whose format is known.
   *
   * @throws InputException when it holds nothing to play or exceeds the limits
   */
  MediaInfo probe(Path file, Container container) throws ChildFailedException {
    var answer = ask(file, container);
    var picture = stream(answer, "video").map(Probe::picture);
    var sound = stream(answer, "audio").map(Probe::soundTrack);
    if (picture.isEmpty() && sound.isEmpty()) {
      throw new InputException(file + ": is damaged or empty: it holds neither picture nor sound");
    }
    picture.ifPresent(p -> requireSize(file, p));
    double seconds = answer.path("format").path("duration").asDouble(0);
    var info =
        new MediaInfo(
            container.label(), seconds > 0 ? seconds : measured(file, container), picture, sound);
    requireLength(file, info.durationSeconds());
    return info;
  }

  private JsonNode ask(Path file, Container container) throws ChildFailedException {
    var command = command(file, container, "-of", "json", "-show_entries", FIELDS);
    var answer = child.read(command, output -> output.readNBytes(MOST_ANSWER_BYTES));
    try {
      return JSON.readTree(answer.output());
    } catch (IOException e) {
      throw new InputException(file + ": could not be probed", e);
    }
  }

  private List<String> command(Path file, Container container, String... questions) {
    var command = new ArrayList<>(List.of(programs.ffprobe().toString(), "-v", "error"));
    command.addAll(List.of(questions));
    command.addAll(InputOptions.of(file, container, limits));
    return command;
  }

  /**
   * Length of a file that does not say it, such as what browsers record: the end of its last
   * packet, found without decoding.
   */
  private double measured(Path file, Container container) throws ChildFailedException {
    var command =
        command(
            file, container, "-of", "csv=p=0", "-show_entries", "packet=pts_time,duration_time");
    return child.read(command, PacketTimes::end).output();
  }

  private static Optional<JsonNode> stream(JsonNode answer, String type) {
    return StreamSupport.stream(answer.path("streams").spliterator(), false)
        .filter(stream -> stream.path("codec_type").asText().equals(type))
        .filter(stream -> stream.path("disposition").path("attached_pic").asInt(0) == 0)
        .findFirst();
  }

  private static MediaInfo.Picture picture(JsonNode stream) {
    int width = stream.path("width").asInt();
    int height = stream.path("height").asInt();
    boolean onItsSide = Math.abs(rotation(stream)) % 180 == 90;
    return new MediaInfo.Picture(
        stream.path("codec_name").asText("unknown"),
        onItsSide ? height : width,
        onItsSide ? width : height,
        rate(stream.path("avg_frame_rate").asText("0/0")));
  }

  private static int rotation(JsonNode stream) {
    return StreamSupport.stream(stream.path("side_data_list").spliterator(), false)
        .mapToInt(data -> data.path("rotation").asInt(0))
        .filter(degrees -> degrees != 0)
        .findFirst()
        .orElse(0);
  }

  /** A fraction such as 30000/1001; 0 when unknown. */
  private static double rate(String fraction) {
    int slash = fraction.indexOf('/');
    double over = slash < 0 ? 1 : Double.parseDouble(fraction.substring(slash + 1));
    double under = Double.parseDouble(slash < 0 ? fraction : fraction.substring(0, slash));
    return over > 0 ? under / over : 0;
  }

  private static MediaInfo.SoundTrack soundTrack(JsonNode stream) {
    return new MediaInfo.SoundTrack(
        stream.path("codec_name").asText("unknown"),
        stream.path("sample_rate").asInt(),
        stream.path("channels").asInt());
  }

  private void requireSize(Path file, MediaInfo.Picture picture) {
    if ((long) picture.width() * picture.height() > limits.maxPixels()) {
      throw new InputException(
          "%s: has a picture of %d x %d; at most %,d pixels are taken"
              .formatted(file, picture.width(), picture.height(), limits.maxPixels()));
    }
  }

  private void requireLength(Path file, double seconds) {
    if (seconds > limits.maxSeconds()) {
      throw new InputException(
          "%s: is %.0f s long; at most %.0f s are taken"
              .formatted(file, seconds, limits.maxSeconds()));
    }
  }
}
