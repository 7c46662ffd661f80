package org.yuyin.catalogue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.yuyin.storage.InputException;

/**
 * A CSV file that says what uploaded music is and may be used for: column {@code file} names the
 * file as it was uploaded, the others are title, artist, platforms, territories, from, until and
 * terms.
 *
 * @param rows what it says, by file name in lower case
 */
public record MusicTable(Map<String, TrackDetails> rows) {
  private static final String NAMED =
      "SELECT id FROM track WHERE origin = 'upload' AND lower(file_name) = $1";

  public MusicTable {
    rows = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /**
   * Reads it.
   *
   * @throws InputException naming row and mistake
   */
  public static MusicTable of(Path csv) {
    var table = ManifestRows.of(csv);
    var rows = new LinkedHashMap<String, TrackDetails>();
    for (var row : table.rows()) {
      var file =
          ManifestRows.value(row, "file").orElseThrow(() -> table.wrong(row, "file", "is blank"));
      if (rows.put(key(file), details(table, row)) != null) {
        throw table.wrong(row, "file", "\"%s\" stands in a row above, too".formatted(file));
      }
    }
    return new MusicTable(rows);
  }

  private static TrackDetails details(ManifestRows table, CSVRecord row) {
    try {
      return TrackDetails.parse(column -> ManifestRows.value(row, column));
    } catch (InputException e) {
      throw new InputException(
          "%s, row %d: %s"
              .formatted(table.manifest().getFileName(), row.getRecordNumber() + 1, e.getMessage()),
          e);
    }
  }

  /** The last part of a path: a table may name files with their folders. */
  private static String key(String file) {
    return file.substring(file.replace('\\', '/').lastIndexOf('/') + 1)
        .toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * What became of a table.
   *
   * @param changed tracks that it named
   * @param unknown files that nobody has uploaded, as the table names them
   */
  public record Outcome(int changed, List<String> unknown) {
    public Outcome {
      unknown = List.copyOf(unknown);
    }
  }

  /** Says all of it, or nothing. */
  public Future<Outcome> apply(Pool pool) {
    return pool.withTransaction(
        connection -> {
          var unknown = new ArrayList<String>();
          var changed = new int[1];
          Future<Void> done = Future.succeededFuture();
          for (var row : rows.entrySet()) {
            done =
                done.compose(before -> apply(connection, row.getKey(), row.getValue()))
                    .map(
                        tracks -> {
                          changed[0] += tracks;
                          if (tracks == 0) {
                            unknown.add(row.getKey());
                          }
                          return null;
                        });
          }
          return done.map(all -> new Outcome(changed[0], unknown));
        });
  }

  private static Future<Integer> apply(
      SqlConnection connection, String file, TrackDetails details) {
    return connection
        .preparedQuery(NAMED)
        .mapping(row -> row.getLong("id"))
        .execute(Tuple.of(file))
        .compose(
            found -> {
              var tracks = found.stream().toList();
              Future<Boolean> done = Future.succeededFuture(true);
              for (var id : tracks) {
                done = done.compose(before -> TrackEditing.change(connection, id, details));
              }
              return done.map(tracks.size());
            });
  }
}
