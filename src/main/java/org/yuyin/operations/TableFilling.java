package org.yuyin.operations;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.yuyin.operations.BackupManifest.TableRows;
import org.yuyin.storage.InputException;
import org.yuyin.storage.TableCopies;
import org.yuyin.storage.TableCopies.Table;

/** Fills tables from the pieces of a backup, which come table by table in order. */
final class TableFilling {
  private final BackupManifest manifest;
  private final TableCopies copies;
  private final Map<String, TableRows> tables = new HashMap<>();
  private @Nullable TableRows current;
  private @Nullable CopyIn copy;

  TableFilling(Connection session, BackupManifest manifest) throws SQLException {
    this.manifest = manifest;
    this.copies = new TableCopies(session);
    manifest.tables().forEach(table -> tables.put(table.name(), table));
  }

  /** Takes the entry {@code tables/NAME/NUMBER}. */
  void take(String entry, InputStream content) throws SQLException, IOException {
    var name = entry.split("/")[1];
    if (current == null || !current.name().equals(name)) {
      end();
      begin(name);
    }
    var piece = content.readAllBytes();
    if (copy != null) {
      copy.writeToCopy(piece, 0, piece.length);
    }
  }

  /** Ends the last table and lets its numbers go on where they were. */
  void finish() throws SQLException {
    end();
    copies.setCounters(manifest.counters());
  }

  private void begin(String name) throws SQLException {
    var table = tables.get(name);
    if (table == null) {
      throw new InputException("the backup says nothing of the table " + name);
    }
    current = table;
    copy = copies.write(new Table(table.name(), table.columns()));
  }

  private void end() throws SQLException {
    if (copy != null && current != null) {
      long rows = copy.endCopy();
      if (rows != current.rows()) {
        throw new InputException(
            "table %s should have %d rows, %d came"
                .formatted(current.name(), current.rows(), rows));
      }
    }
    copy = null;
    current = null;
  }
}
