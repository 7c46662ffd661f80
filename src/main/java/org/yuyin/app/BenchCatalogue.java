package org.yuyin.app;

import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.Folders;
import org.yuyin.storage.StorageSettings;

/**
 * A studio with a made-up catalogue of any size, without media: rows for the pages to list. It lies
 * in a temporary folder with a database of its own; {@link #close} deletes both.
 */
final class BenchCatalogue implements AutoCloseable {
  private static final String ROWS = "/org/yuyin/app/bench-catalogue.sql";

  private final Path folder;
  private final Studio studio;

  private BenchCatalogue(Path folder, Studio studio) {
    this.folder = folder;
    this.studio = studio;
  }

  /** Makes it; takes about half a minute for 100,000 ads. */
  static BenchCatalogue of(int ads) throws IOException {
    var folder = Files.createTempDirectory("yuyin-bench");
    try {
      return filled(folder, ads);
    } catch (RuntimeException e) {
      Folders.delete(folder);
      throw e;
    }
  }

  private static BenchCatalogue filled(Path folder, int ads) {
    var studio = Studio.open(StorageSettings.embedded(new DataFolder(folder)));
    try {
      var catalogue = new BenchCatalogue(folder, studio);
      catalogue.fill(ads);
      return catalogue;
    } catch (RuntimeException e) {
      studio.close();
      throw e;
    }
  }

  private void fill(int ads) {
    studio
        .database()
        .pool()
        .withConnection(
            connection ->
                connection
                    .preparedQuery("SELECT set_config('bench.ads', $1, false)")
                    .execute(Tuple.of(String.valueOf(ads)))
                    .compose(_ -> connection.query(rows()).execute()))
        .await();
  }

  private static String rows() {
    try (var script = Objects.requireNonNull(BenchCatalogue.class.getResourceAsStream(ROWS))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Studio studio() {
    return studio;
  }

  @Override
  public void close() throws IOException {
    studio.close();
    Folders.delete(folder);
  }
}
