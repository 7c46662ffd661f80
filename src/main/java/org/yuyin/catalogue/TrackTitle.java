package org.yuyin.catalogue;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Makes a title that people can read of a track's group or file name. */
public final class TrackTitle {
  private TrackTitle() {}

  /** The last part of a path without its ending, words parted and capitalised. */
  public static String of(String group) {
    var last = group.substring(group.lastIndexOf('/') + 1).replaceFirst("\\.[a-zA-Z0-9]{2,4}$", "");
    var title =
        Arrays.stream(last.split("[_\\-\\s.]+"))
            .filter(word -> !word.isBlank())
            .map(word -> Character.toTitleCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining(" "));
    return title.isEmpty() ? group : title;
  }
}
