package org.yuyin.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yuyin.operations.BackupManifest.TableRows;
import org.yuyin.storage.AtomicFile;
import org.yuyin.storage.BlobLock;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.Database;
import org.yuyin.storage.InputException;
import org.yuyin.storage.TableCopies;

/**
 * Writes everything a studio keeps into one tar: all tables as of one moment, the media that their
 * rows refer to, datasets and checkpoints. May run while the studio is at work: blobs never change,
 * and none is deleted meanwhile. The file appears under its name once it is whole. Blocking.
 */
public final class Backup {
  static final String TABLES = "tables/";
  static final String BLOBS = "blobs/";
  static final String FILES = "files/";

  // The database and blobs go their own way; the rest can be made or fetched again.
  private static final Set<String> LEFT_OUT =
      Set.of("postgres", "blobs", "cache", "tmp", "models", "demo-catalogue", "postgres.lock");

  private final Database database;
  private final DataFolder folder;
  private final BlobStore blobs;

  /** Backs up that database and data folder. */
  public Backup(Database database, DataFolder folder, BlobStore blobs) {
    this.database = database;
    this.folder = folder;
    this.blobs = blobs;
  }

  /**
   * What was written.
   *
   * @param rows of all tables
   * @param files media, datasets and checkpoints
   * @param missing addresses of media that rows refer to but that were not there or were damaged
   */
  public record Report(long rows, long files, List<String> missing) {}

  /**
   * Writes a new archive; a failure leaves nothing behind.
   *
   * @throws InputException when the file is there already or cannot be written
   */
  public Report write(Path archive) {
    if (Files.exists(archive)) {
      throw new InputException(archive + " is there already; give the backup another name");
    }
    var schema =
        database.schemaVersion().orElseThrow(() -> new InputException("the database is empty"));
    var report = new Report[1];
    AtomicFile.removeUnfinished(archive);
    AtomicFile.write(archive, out -> report[0] = write(out, schema));
    return report[0];
  }

  private Report write(OutputStream out, String schema) throws IOException {
    try (var session = database.session()) {
      beginSnapshot(session);
      var archive = new ArchiveWriter(out);
      var copies = new TableCopies(session);
      var tables = addTables(archive, copies);
      int pieces = archive.entries().size();
      var missing = addBlobs(archive, session);
      addFiles(archive);
      var entries = archive.entries();
      archive.finish(
          new BackupManifest(
              BackupManifest.FORMAT,
              Instant.now().toString(),
              schema,
              tables,
              copies.counters(),
              entries,
              missing));
      var rows = tables.stream().mapToLong(TableRows::rows).sum();
      return new Report(rows, entries.size() - pieces, missing);
    } catch (SQLException e) {
      throw new InputException("the database cannot be copied: " + e.getMessage(), e);
    }
  }

  /** Nothing that the snapshot refers to is deleted until the session ends. */
  private static void beginSnapshot(Connection session) throws SQLException {
    try (var lock = session.createStatement()) {
      lock.execute("SELECT " + BlobLock.COPY);
    }
    session.setAutoCommit(false);
    session.setReadOnly(true);
    session.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
  }

  private static List<TableRows> addTables(ArchiveWriter archive, TableCopies copies)
      throws SQLException, IOException {
    var tables = new ArrayList<TableRows>();
    for (var table : copies.tables()) {
      var number = new int[1];
      long rows =
          copies.read(
              table,
              piece ->
                  archive.add("%s%s/%06d".formatted(TABLES, table.name(), number[0]++), piece));
      tables.add(new TableRows(table.name(), table.columns(), rows));
    }
    return tables;
  }

  private List<String> addBlobs(ArchiveWriter archive, Connection session)
      throws SQLException, IOException {
    var missing = new ArrayList<String>();
    try (var statement = session.createStatement();
        var rows = statement.executeQuery("SELECT sha256 FROM media_file ORDER BY sha256")) {
      while (rows.next()) {
        var address = rows.getString(1);
        if (!blobs.has(address)
            || !archive.add(BLOBS + address, blobs.path(address)).sha256().equals(address)) {
          missing.add(address);
        }
      }
    }
    return missing;
  }

  private void addFiles(ArchiveWriter archive) throws IOException {
    for (var file : files()) {
      try {
        archive.add(FILES + folder.root().relativize(file), file);
      } catch (NoSuchFileException e) {
        // A training has replaced it by a newer one, which the next backup has.
      }
    }
  }

  private List<Path> files() throws IOException {
    try (var children = Files.list(folder.root())) {
      var kept = children.filter(it -> !LEFT_OUT.contains(it.getFileName().toString())).toList();
      var files = new ArrayList<Path>();
      for (var child : kept) {
        try (Stream<Path> below = Files.walk(child)) {
          below.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
      }
      return files;
    }
  }
}
