package org.yuyin.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Another process that opens the database of a data folder until it is told to end. */
final class DatabaseChild implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private DatabaseChild(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
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
  static DatabaseChild open(Path folder, String category) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            DatabaseChild.class.getName(),
            folder.toString(),
            category);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    var child = new DatabaseChild(builder.start());
    var said = child.output.readLine();
    if (!"ready".equals(said)) {
      throw new IOException("the other process said " + said);
    }
    return child;
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it leave as a command does. */
  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }
}
