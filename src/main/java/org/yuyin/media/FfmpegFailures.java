package org.yuyin.media;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yuyin.storage.InputException;

/** Turns what ffmpeg prints into one sentence for the person who gave the file. */
final class FfmpegFailures {
  private static final Map<String, String> IN_PLAIN_WORDS = new LinkedHashMap<>();

  static {
    IN_PLAIN_WORDS.put("max_streams", "has more streams than are allowed");
    IN_PLAIN_WORDS.put("moov atom not found", "has no index (moov): it is cut off or not finished");
    IN_PLAIN_WORDS.put("Cannot allocate memory", "needs more memory to decode than is allowed");
    IN_PLAIN_WORDS.put("std::bad_alloc", "needs more memory to decode than is allowed");
    IN_PLAIN_WORDS.put("exceeds max_pixels", "has a picture larger than is allowed");
    IN_PLAIN_WORDS.put("Picture size", "has a picture larger than is allowed");
    IN_PLAIN_WORDS.put("No space left on device", "could not be written: the disk is full");
    IN_PLAIN_WORDS.put("Permission denied", "cannot be read; check its permissions");
    IN_PLAIN_WORDS.put("Invalid data found", "is damaged: its data cannot be decoded");
    IN_PLAIN_WORDS.put("Error while decoding", "is damaged: its data cannot be decoded");
  }

  private FfmpegFailures() {}

  /** Names the file and the cause; the whole text of ffmpeg stays with the cause, for the log. */
  static InputException about(Path file, ChildFailedException failure) {
    if (failure.reason() == ChildFailedException.Cause.EXIT_CODE) {
      if (failure.messages().contains("matches no streams")) {
        return failure.messages().contains("0:a")
            ? new NoSoundException(file)
            : new NoPictureException(file);
      }
      return new InputException(file + ": " + plain(failure.messages()), failure);
    }
    return new InputException(file + ": " + failure.messages(), failure);
  }

  private static String plain(String messages) {
    for (var entry : IN_PLAIN_WORDS.entrySet()) {
      if (messages.contains(entry.getKey())) {
        return entry.getValue();
      }
    }
    return "cannot be decoded"
        + messages.lines().findFirst().map(line -> " (" + line + ")").orElse("");
  }
}
