package org.yuyin.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The embedded server of a data folder, seen from outside. */
public final class EmbeddedServer {
  private EmbeddedServer() {}

  /** Makes an empty data folder whose server need not be unpacked once more. */
  public static DataFolder newFolder(Path root) throws IOException {
    Files.createDirectories(root);
    Files.createDirectories(PostgresExtension.CACHE);
    var folder = new DataFolder(root);
    Files.createSymbolicLink(folder.cache(), PostgresExtension.CACHE);
    return folder.create();
  }

  /** Its process number; 0 when none runs. */
  public static long process(DataFolder folder) {
    return PidFile.of(folder.postgres().resolve("cluster"))
        .filter(PidFile::serverRuns)
        .map(PidFile::pid)
        .orElse(0L);
  }

  /** kill -9. */
  public static void kill(DataFolder folder) throws Exception {
    var number = String.valueOf(process(folder));
    new ProcessBuilder("kill", "-9", number).start().waitFor();
  }
}
