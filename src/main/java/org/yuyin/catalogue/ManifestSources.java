package org.yuyin.catalogue;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.yuyin.storage.InputException;

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
  private static final Set<String> TRUE = Set.of("true", "1", "yes");

  private final ManifestRows rows;
  private final Path folder;
  private final Map<String, Long> rowOfName = new HashMap<>();
  private final Map<String, Long> rowOfFile = new HashMap<>();

  private ManifestSources(Path manifest) {
    this.rows = ManifestRows.of(manifest);
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
    var sources = rows.rows().stream().map(this::source).toList();
    if (sources.stream().noneMatch(source -> Files.exists(source.file()))) {
      throw new InputException(
          "%s: none of its files is there; paths start at its folder, the first is %s"
              .formatted(rows.manifest(), sources.getFirst().file()));
    }
    return sources;
  }

  private IngestSource source(CSVRecord row) {
    var file =
        ManifestRows.value(row, "file")
            .orElseThrow(() -> rows.wrong(row, "file", "is empty; every row names a file"));
    var path = path(row, file);
    var name = ManifestRows.value(row, "id").orElse(file);
    refuseTwice(row, "id", name, rowOfName);
    refuseTwice(row, "file", path.toString(), rowOfFile);
    var category = ManifestRows.value(row, "category");
    return new IngestSource(
        path,
        name,
        category,
        ManifestRows.value(row, "merged_category"),
        first(row, "tag", "title_zh", "title_en").or(() -> category),
        ManifestRows.value(row, "split").map(word -> split(row, word)),
        first(row, "track_group", "track_id", "track"),
        ManifestRows.value(row, "synthetic")
            .map(word -> TRUE.contains(word.toLowerCase()))
            .orElse(false));
  }

  private Path path(CSVRecord row, String file) {
    try {
      return folder.resolve(file).normalize();
    } catch (InvalidPathException e) {
      throw rows.wrong(row, "file", "\"%s\" is not a path".formatted(file));
    }
  }

  private void refuseTwice(CSVRecord row, String column, String value, Map<String, Long> seen) {
    var earlier = seen.put(value, row.getRecordNumber());
    if (earlier != null) {
      throw rows.wrong(
          row, column, "\"%s\" stands in row %d already".formatted(value, earlier + 1));
    }
  }

  private String split(CSVRecord row, String word) {
    return Optional.ofNullable(SPLITS.get(word.toLowerCase()))
        .orElseThrow(
            () ->
                rows.wrong(
                    row, "split", "\"%s\" is none of train, evaluation, test".formatted(word)));
  }

  private static Optional<String> first(CSVRecord row, String... columns) {
    return Stream.of(columns)
        .flatMap(column -> ManifestRows.value(row, column).stream())
        .findFirst();
  }
}
