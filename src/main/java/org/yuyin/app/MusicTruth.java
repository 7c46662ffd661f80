package org.yuyin.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.yuyin.catalogue.ManifestRows;

/**
 * How much of a file is music, as somebody says who knows.
 *
 * @param file the media file
 * @param kind of sound, to sum up by
 * @param share part of the length in which music is heard, 0 to 1
 */
record MusicTruth(Path file, String kind, double share) {
  private static final double ALL = 1;

  /**
   * The rows of a manifest: columns {@code file}, and where there are any {@code music_proportion}
   * (without it everything is music) and {@code kind}.
   *
   * @param root where relative paths start
   * @param most rows to take, drawn at random where there are more
   */
  static List<MusicTruth> in(Path manifest, Path root, int most, long seed) {
    var rows = ManifestRows.of(manifest);
    var truths = new ArrayList<MusicTruth>();
    rows.rows().forEach(row -> truths.add(of(rows, row, root)));
    if (truths.size() > most) {
      Collections.shuffle(truths, new Random(seed));
    }
    return List.copyOf(truths.subList(0, Math.min(most, truths.size())));
  }

  private static MusicTruth of(ManifestRows rows, CSVRecord row, Path root) {
    var file =
        ManifestRows.value(row, "file")
            .orElseThrow(() -> rows.wrong(row, "file", "is empty; every row names a file"));
    try {
      return new MusicTruth(
          root.resolve(file).normalize(),
          ManifestRows.value(row, "kind").orElse("music"),
          share(rows, row));
    } catch (InvalidPathException e) {
      throw rows.wrong(row, "file", "\"%s\" is not a path".formatted(file));
    }
  }

  private static double share(ManifestRows rows, CSVRecord row) {
    var text = ManifestRows.value(row, "music_proportion");
    if (text.isEmpty()) {
      return ALL;
    }
    try {
      double share = Double.parseDouble(text.get());
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message for both mistakes.
    }
    throw rows.wrong(
        row, "music_proportion", "\"%s\" is no share from 0 to 1".formatted(text.get()));
  }
}
