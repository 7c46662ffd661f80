package org.yuyin.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.yuyin.storage.AtomicFile;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.Database;
import org.yuyin.storage.Folders;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;
import org.yuyin.storage.StorageSettings;

/**
 * Makes a studio of a backup, in an empty data folder and database. The archive is read whole
 * first, so that a damaged one changes nothing; tables of an earlier version are brought up to
 * date. Blocking.
 */
public final class Restore {
  private static final String UNFINISHED = "restore-unfinished";
  // What may lie in a folder that counts as empty: a mounted disk has the first.
  private static final Set<String> NOT_COUNTED = Set.of("lost+found", "models");

  private final StorageSettings target;

  /** Restores into that folder and database. */
  public Restore(StorageSettings target) {
    this.target = target;
  }

  /**
   * What was restored.
   *
   * @param schema version of the tables in the backup
   * @param rows of all tables
   * @param files media, datasets and checkpoints
   */
  public record Report(String schema, long rows, long files) {}

  /** Refuses to work on a folder in which a restore broke off. */
  public static void refuseUnfinished(DataFolder folder) {
    if (Files.exists(folder.root().resolve(UNFINISHED))) {
      throw new InputException(
          "a restore into %s did not end; empty the folder (and the database, if it is a server"
                  .formatted(folder.root())
              + " of yours) and restore again");
    }
  }

  /**
   * Reads the archive and restores it.
   *
   * @throws InputException when the archive is damaged or newer than this program, or the target
   *     holds something already
   */
  public Report from(Path archive) {
    refuseFilled();
    var reader = new ArchiveReader(archive);
    var manifest = reader.verify();
    var folder = target.folder().create();
    try {
      restore(reader, manifest, folder);
    } catch (RuntimeException e) {
      children(folder.root()).forEach(Restore::delete);
      throw e;
    }
    var rows = manifest.tables().stream().mapToLong(BackupManifest.TableRows::rows).sum();
    var files = manifest.entries().stream().filter(it -> !isTable(it.name())).count();
    return new Report(manifest.schema(), rows, files);
  }

  private void restore(ArchiveReader reader, BackupManifest manifest, DataFolder folder) {
    var marker = folder.root().resolve(UNFINISHED);
    AtomicFile.writeString(marker, "A restore goes on, or did not end.");
    try (var database = Database.openEmpty(target, manifest.schema())) {
      fill(reader, manifest, database, folder);
      database.migrate();
    }
    delete(marker);
  }

  private void refuseFilled() {
    var root = target.folder().root();
    if (Files.exists(root) && !children(root).isEmpty()) {
      throw new InputException(
          "%s is not empty (it holds %s); restore into a new folder"
              .formatted(root, children(root).getFirst().getFileName()));
    }
  }

  private static List<Path> children(Path root) {
    try (var children = Files.list(root)) {
      return children
          .filter(it -> !NOT_COUNTED.contains(it.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw IoProblems.reading(root, e);
    }
  }

  private static void fill(
      ArchiveReader reader, BackupManifest manifest, Database database, DataFolder folder) {
    var blobs = new BlobStore(folder);
    try (var session = database.session()) {
      session.setAutoCommit(false);
      var tables = new TableFilling(session, manifest);
      reader.each(
          (name, content) -> {
            if (isTable(name)) {
              tables.take(name, content);
            } else if (name.startsWith(Backup.BLOBS)) {
              blobs.put(content, Long.MAX_VALUE);
            } else if (name.startsWith(Backup.FILES)) {
              keepFile(folder, name.substring(Backup.FILES.length()), content);
            }
          });
      tables.finish();
      session.commit();
    } catch (SQLException e) {
      throw new InputException("the tables cannot be filled: " + e.getMessage(), e);
    }
  }

  private static boolean isTable(String name) {
    return name.startsWith(Backup.TABLES);
  }

  private static void keepFile(DataFolder folder, String name, InputStream content) {
    var file = folder.root().resolve(name).normalize();
    if (!file.startsWith(folder.root())) {
      throw new InputException("the backup holds a file outside of its folder: " + name);
    }
    AtomicFile.write(file, content::transferTo);
  }

  private static void delete(Path file) {
    try {
      if (Files.isDirectory(file)) {
        Folders.delete(file);
      } else {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw IoProblems.writing(file, e);
    }
  }
}
