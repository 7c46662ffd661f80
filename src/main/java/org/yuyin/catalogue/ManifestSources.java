package org.yuyin.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;

/**
 * The videos that a CSV file names. Columns: {@code file} (relative to the manifest), and where
 * there are any {@code id}, {@code category}, {@code merged_category}, {@code tag} or {@code
 * title_zh} or {@code title_en}, {@code split}, {@code track_group} or {@code track_id}, {@code
 * synthetic}; others are ignored.
 */
public final class ManifestSources {
  private static final Map<String, String> SPLITS =
      Map.of(
          "train",
          "train",
          "test",
          "test",
          "evaluation",
          "evaluation",
          "eval",
          "evaluation",
          "val",
          "evaluation",
          "validation",
          "evaluation",
          "dev",
          "evaluation");
  private static final String BYTE_ORDER_MARK = "\ufeff"; // spreadsheets put it in front
  private static final Set<String> TRUE = Set.of("true", "1", "yes");

  private final Path manifest;
  private final Path folder;
  private final Map<String, Long> rowOfName = new HashMap<>();
  private final Map<String, Long> rowOfFile = new HashMap<>();

  private ManifestSources(Path manifest) {
    this.manifest = manifest;
    this.folder = Optional.ofNullable(manifest.toAbsolutePath().getParent()).orElse(Path.of("/"));
  }

  /**
   * Every row, in order.
   *
   * @throws InputException naming row and column when the manifest is not well formed, names an id
   *     or a file twice, or a split that is none
   */
  public static List<IngestSource> in(Path manifest) {
    return new ManifestSources(manifest).read();
  }

  private List<IngestSource> read() {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .get();
    try (var rows = CSVParser.parse(text(), format)) {
      if (!rows.getHeaderMap().containsKey("file")) {
        throw new InputException(
            "%s has no column \"file\"; its columns are %s"
                .formatted(manifest, String.join(", ", rows.getHeaderNames())));
      }
      var sources = new ArrayList<IngestSource>();
      for (var row : rows) {
        if (!row.isConsistent()) {
          throw new InputException(
              "%s, row %d: it has %d fields, the header has %d"
                  .formatted(
                      manifest,
                      row.getRecordNumber() + 1,
                      row.size(),
                      rows.getHeaderNames().size()));
        }
        sources.add(source(row));
      }
      if (sources.isEmpty()) {
        throw new InputException("%s names no file".formatted(manifest));
      }
      if (sources.stream().noneMatch(source -> Files.exists(source.file()))) {
        throw new InputException(
            "%s: none of its files is there; paths start at its folder, the first is %s"
                .formatted(manifest, sources.getFirst().file()));
      }
      return sources;
    } catch (CharacterCodingException e) {
      throw new InputException(
          "%s is not UTF-8 text; save it as \"CSV UTF-8\"".formatted(manifest), e);
    } catch (IOException e) {
      throw IoProblems.reading(manifest, e);
    } catch (UncheckedIOException e) {
      throw new InputException(
          "%s is not a CSV file in UTF-8: %s".formatted(manifest, e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "%s: its header is wrong: %s".formatted(manifest, e.getMessage()), e);
    }
  }

  private String text() throws IOException {
    var text = Files.readString(manifest, StandardCharsets.UTF_8);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private IngestSource source(CSVRecord row) {
    var file =
        value(row, "file")
            .orElseThrow(() -> wrong(row, "file", "is empty; every row names a file"));
    var path = path(row, file);
    var name = value(row, "id").orElse(file);
    refuseTwice(row, "id", name, rowOfName);
    refuseTwice(row, "file", path.toString(), rowOfFile);
    var category = value(row, "category");
    return new IngestSource(
        path,
        name,
        category,
        value(row, "merged_category"),
        first(row, "tag", "title_zh", "title_en").or(() -> category),
        value(row, "split").map(word -> split(row, word)),
        first(row, "track_group", "track_id", "track"),
        value(row, "synthetic").map(word -> TRUE.contains(word.toLowerCase())).orElse(false));
  }

  private Path path(CSVRecord row, String file) {
    try {
      return folder.resolve(file).normalize();
    } catch (InvalidPathException e) {
      throw wrong(row, "file", "\"%s\" is not a path".formatted(file));
    }
  }

  private void refuseTwice(CSVRecord row, String column, String value, Map<String, Long> seen) {
    var earlier = seen.put(value, row.getRecordNumber());
    if (earlier != null) {
      throw wrong(row, column, "\"%s\" stands in row %d already".formatted(value, earlier + 1));
    }
  }

  private String split(CSVRecord row, String word) {
    return Optional.ofNullable(SPLITS.get(word.toLowerCase()))
        .orElseThrow(
            () -> wrong(row, "split", "\"%s\" is none of train, evaluation, test".formatted(word)));
  }

  private static Optional<String> first(CSVRecord row, String... columns) {
    return Stream.of(columns).flatMap(column -> value(row, column).stream()).findFirst();
  }

  private static Optional<String> value(CSVRecord row, String column) {
    return row.isSet(column)
        ? Optional.of(row.get(column)).filter(value -> !value.isBlank())
        : Optional.empty();
  }

  /** Rows are counted as an editor shows them, the header being row 1. */
  private InputException wrong(CSVRecord row, String column, String what) {
    return new InputException(
        "%s, row %d, column %s: %s".formatted(manifest, row.getRecordNumber() + 1, column, what));
  }
}
