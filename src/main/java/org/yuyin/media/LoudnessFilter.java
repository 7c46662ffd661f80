package org.yuyin.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets ffmpeg measure loudness beside decoding: its ebur128 filter hears a copy of the sound track,
 * so the samples that come out are the same as without it.
 */
final class LoudnessFilter {
  /** Where the samples come out. */
  static final String OUTPUT = "[heard]";

  /** One decoding, two listeners; only the summary at the end is printed. */
  static final String GRAPH =
      "[0:a:0]asplit=2[heard][measured];[measured]ebur128=peak=true:framelog=quiet,anullsink";

  private static final Pattern INTEGRATED = Pattern.compile("\\bI: +(\\S+) LUFS");
  private static final Pattern TRUE_PEAK = Pattern.compile("\\bPeak: +(\\S+) dBFS");

  private LoudnessFilter() {}

  /** Reads what the filter printed; empty when it printed nothing or heard silence. */
  static Optional<ProgrammeLoudness> read(String messages) {
    var integrated = number(INTEGRATED.matcher(messages));
    var peak = number(TRUE_PEAK.matcher(messages));
    return integrated.isPresent() && peak.isPresent()
        ? Optional.of(new ProgrammeLoudness(integrated.get(), peak.get()))
        : Optional.empty();
  }

  /** The last one: metadata of the file, which is printed before, may say anything. */
  private static Optional<Double> number(Matcher found) {
    var last = Optional.<String>empty();
    while (found.find()) {
      last = Optional.of(found.group(1));
    }
    return last.flatMap(LoudnessFilter::finite);
  }

  private static Optional<Double> finite(String text) {
    try {
      return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty(); // "-inf": digital silence
    }
  }
}
