package org.yuyin.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.yuyin.ChildJvm;

/** Another process that opens the database of a data folder until it is told to end. */
final class DatabaseChild implements AutoCloseable {
  private final ChildJvm child;

  private DatabaseChild(ChildJvm child) {
    this.child = child;
  }

  /** Runs in the child: inserts a category of the given name, says so, and waits for its input. */
  public static void main(String[] arguments) throws IOException {
    var folder = new DataFolder(Path.of(arguments[0])).create();
    try (var database = Database.open(StorageSettings.embedded(folder), PostgresExtension.CACHE)) {
      var insert = "INSERT INTO category VALUES ('%s', 'x', 'user')".formatted(arguments[1]);
      database.pool().query(insert).execute().await();
      System.out.println("ready");
      while (System.in.read() >= 0) {
        // waits for the end of its input
      }
    }
    System.exit(0);
  }

  /** Starts it and waits until it has inserted its row. */
  static DatabaseChild open(Path folder, String category) throws Exception {
    var child = ChildJvm.start(DatabaseChild.class, folder.toString(), category);
    child.awaitText("ready");
    return new DatabaseChild(child);
  }

  /** kill -9. */
  void kill() throws Exception {
    child.close();
  }

  /** Lets it leave as a command does. */
  @Override
  public void close() throws Exception {
    child.endInput();
    child.end();
    child.close();
  }
}
