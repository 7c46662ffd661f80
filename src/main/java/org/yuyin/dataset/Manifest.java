package org.yuyin.dataset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yuyin.storage.AtomicFile;
import org.yuyin.storage.InputException;

/**
 * The table of a dataset folder: one pair a line, columns {@code id, category, merged_category,
 * tag, track_id, split} in any order; further columns are ignored.
 */
final class Manifest {
  static final String FILE = "manifest.csv";
  private static final List<String> COLUMNS =
      List.of("id", "category", "merged_category", "tag", "track_id", "split");

  private final Path file;
  private final Map<String, Long> lineOfId = new HashMap<>();
  private final Map<String, FirstUse> splitOfTrack = new HashMap<>();

  private record FirstUse(Split split, long line) {}

  private Manifest(Path file) {
    this.file = file;
  }

  /**
   * Reads and checks a manifest. Refused by line and column: a missing column or value, an unknown
   * split, an id that stands twice, a track in two splits.
   */
  static List<Pair> read(Path file) {
    var format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    try (var parser = CSVParser.parse(new StringReader(text(file)), format)) {
      for (var column : COLUMNS) {
        if (!parser.getHeaderMap().containsKey(column)) {
          throw new InputException(
              "%s has no column \"%s\"; it needs %s"
                  .formatted(file, column, String.join(", ", COLUMNS)));
        }
      }
      var manifest = new Manifest(file);
      var pairs = new ArrayList<Pair>();
      for (var row : parser) {
        pairs.add(manifest.pair(row, parser.getCurrentLineNumber()));
      }
      if (pairs.isEmpty()) {
        throw new InputException("%s lists no pair".formatted(file));
      }
      return pairs;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new InputException("%s is no readable CSV (%s)".formatted(file, e.getMessage()), e);
    }
  }

  private static String text(Path file) throws IOException {
    try {
      var text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new InputException("%s is missing".formatted(file), e);
    } catch (CharacterCodingException e) {
      throw new InputException("%s is not in UTF-8; save it as UTF-8".formatted(file), e);
    }
  }

  private Pair pair(CSVRecord row, long line) {
    var id = value(row, line, "id");
    var first = lineOfId.putIfAbsent(id, line);
    if (first != null) {
      throw refused(line, "id", "\"%s\" stands already on line %d".formatted(id, first));
    }
    var split = split(value(row, line, "split"), line);
    var track = value(row, line, "track_id");
    var use = splitOfTrack.putIfAbsent(track, new FirstUse(split, line));
    if (use != null && use.split() != split) {
      throw refused(
          line,
          "track_id",
          "track \"%s\" is in %s here and in %s on line %d; a track belongs to one split"
              .formatted(track, word(split), word(use.split()), use.line()));
    }
    return new Pair(
        id,
        value(row, line, "category"),
        value(row, line, "merged_category"),
        value(row, line, "tag"),
        track,
        split);
  }

  private String value(CSVRecord row, long line, String column) {
    var value = row.isSet(column) ? row.get(column) : "";
    if (value.isEmpty()) {
      throw refused(line, column, "it is empty");
    }
    return value;
  }

  private Split split(String word, long line) {
    try {
      return Split.parse(word);
    } catch (InputException e) {
      throw refused(line, "split", String.valueOf(e.getMessage()));
    }
  }

  private InputException refused(long line, String column, String why) {
    return new InputException("%s line %d, column %s: %s".formatted(file, line, column, why));
  }

  /** The manifest in the one form that hashes and exports use. */
  static String text(List<Pair> pairs) {
    var text = new StringBuilder();
    try (var printer = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get().print(text)) {
      printer.printRecord(COLUMNS);
      for (var pair : pairs) {
        printer.printRecord(
            pair.id(),
            pair.category(),
            pair.mergedCategory(),
            pair.tag(),
            pair.trackId(),
            word(pair.split()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static void write(Path file, List<Pair> pairs) {
    AtomicFile.writeString(file, text(pairs));
  }

  private static String word(Split split) {
    return split == Split.EVALUATION ? "val" : split.key();
  }
}
