package org.yuyin.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Whole tables as bytes and back, in PostgreSQL's text format for COPY, which every version reads.
 * Works on one session; what is read belongs together when the session is in a transaction of
 * {@code REPEATABLE READ}.
 */
public final class TableCopies {
  private static final int PIECE_BYTES = 4 << 20;

  private static final String TABLES =
      """
      SELECT relname, (
        SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
        WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '')
      FROM pg_class
      WHERE relkind = 'r' AND relnamespace = to_regnamespace(current_schema()::text)
        AND relname <> 'flyway_schema_history'
      ORDER BY relname
      """;

  private static final String REFERENCES =
      """
      SELECT referring.relname, referred.relname FROM pg_constraint
      JOIN pg_class referring ON referring.oid = conrelid
      JOIN pg_class referred ON referred.oid = confrelid
      WHERE contype = 'f' AND conrelid <> confrelid
      """;

  private static final String COUNTERS =
      """
      SELECT sequencename, last_value FROM pg_sequences
      WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY sequencename
      """;

  private final Connection session;
  private final CopyManager copies;

  /** Copies through that session, which the caller closes. */
  public TableCopies(Connection session) throws SQLException {
    this.session = session;
    this.copies = session.unwrap(PGConnection.class).getCopyAPI();
  }

  /**
   * A table.
   *
   * @param name of the table
   * @param columns as a list for COPY
   */
  public record Table(String name, String columns) {}

  /** Takes one piece of a table, which ends with a row. */
  @FunctionalInterface
  public interface Pieces {
    /** Stores it. */
    void take(byte[] piece) throws IOException;
  }

  /** Every table, those that others refer to first. */
  public List<Table> tables() throws SQLException {
    var columns = new LinkedHashMap<String, String>();
    each(TABLES, (name, list) -> columns.put(name, list));
    var refersTo = new LinkedHashMap<String, Set<String>>();
    columns.keySet().forEach(name -> refersTo.put(name, new LinkedHashSet<>()));
    each(
        REFERENCES,
        (from, to) -> {
          if (refersTo.get(from) instanceof Set<String> others) {
            others.add(to);
          }
        });
    var ordered = new LinkedHashSet<String>();
    columns.keySet().forEach(name -> addAfterReferred(name, refersTo, ordered));
    return ordered.stream().map(name -> new Table(name, columns.getOrDefault(name, ""))).toList();
  }

  private static void addAfterReferred(
      String name, Map<String, Set<String>> refersTo, Set<String> ordered) {
    if (!ordered.contains(name)) {
      refersTo.getOrDefault(name, Set.of()).forEach(it -> addAfterReferred(it, refersTo, ordered));
      ordered.add(name);
    }
  }

  /** The last number that each sequence gave. */
  public Map<String, Long> counters() throws SQLException {
    var counters = new LinkedHashMap<String, Long>();
    each(COUNTERS, (name, last) -> counters.put(name, Long.parseLong(last)));
    return counters;
  }

  /** Lets sequences go on after these numbers. */
  public void setCounters(Map<String, Long> counters) throws SQLException {
    try (var set = session.prepareStatement("SELECT setval(quote_ident(?)::regclass, ?)")) {
      for (var counter : counters.entrySet()) {
        set.setString(1, counter.getKey());
        set.setLong(2, counter.getValue());
        set.execute();
      }
    }
  }

  /** Reads a whole table; how many rows that are. */
  public long read(Table table, Pieces pieces) throws SQLException, IOException {
    var out = copies.copyOut("COPY %s (%s) TO STDOUT".formatted(table.name(), table.columns()));
    var buffer = new PieceBuffer(pieces);
    long rows = 0;
    for (var row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
      buffer.add(row);
      rows++;
    }
    buffer.flush();
    return rows;
  }

  /** Begins to fill a table; the caller writes its pieces in order and ends the copy. */
  public CopyIn write(Table table) throws SQLException {
    return copies.copyIn("COPY %s (%s) FROM STDIN".formatted(table.name(), table.columns()));
  }

  private interface TwoTexts {
    void take(String first, String second);
  }

  private void each(String sql, TwoTexts rows) throws SQLException {
    try (var statement = session.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.take(result.getString(1), result.getString(2));
      }
    }
  }

  /** Gathers rows until a piece is full. */
  private static final class PieceBuffer {
    private final Pieces pieces;
    private final List<byte[]> rows = new ArrayList<>();
    private int length;

    PieceBuffer(Pieces pieces) {
      this.pieces = pieces;
    }

    void add(byte[] row) throws IOException {
      rows.add(row);
      length += row.length;
      if (length >= PIECE_BYTES) {
        flush();
      }
    }

    void flush() throws IOException {
      if (length > 0) {
        var piece = new byte[length];
        int at = 0;
        for (var row : rows) {
          System.arraycopy(row, 0, piece, at, row.length);
          at += row.length;
        }
        pieces.take(piece);
        rows.clear();
        length = 0;
      }
    }
  }
}
