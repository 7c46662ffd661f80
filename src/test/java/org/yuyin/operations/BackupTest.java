package org.yuyin.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.Database;
import org.yuyin.storage.InputException;
import org.yuyin.storage.PostgresExtension;
import org.yuyin.storage.Sha256;
import org.yuyin.storage.StorageSettings;

/** What is backed up comes back, row by row and file by file, or the archive is refused. */
class BackupTest {
  @RegisterExtension static final PostgresExtension studio = new PostgresExtension();
  @RegisterExtension static final PostgresExtension other = new PostgresExtension();

  @TempDir Path temporary;

  @BeforeAll
  static void fill() throws IOException {
    for (int ad = 0; ad < 3; ad++) {
      addAd("ad-%d.mp4".formatted(ad));
    }
    run(
        """
        INSERT INTO feature (item, extractor, version, vector)
        SELECT sha256, 'emobase', 2, decode('00ff5c0a09', 'hex') FROM media_file
        """);
    run(
        """
        INSERT INTO dataset (name, version, content_hash, folder, pairs, description)
        VALUES ('ads', 1, 'hash', 'datasets/hash', 3, '{"origin": {"note": "a\\\\tb\\\\n\\\\\\\\c"}}')
        """);
    run(
        """
        INSERT INTO run (dataset_id, method, settings, seed, state, code_version, best_loss)
        VALUES (1, 'yuyin', '{}', 5, 'finished', 'v', 0.1)
        """);
    run("INSERT INTO epoch VALUES (1, 1, 2.5, 'NaN', '{\"recall@10\": 0.5}', 0.1)");
    write("datasets/hash/manifest.csv", "id,category\n");
    write("runs/1/best.safetensors", "weights");
    write("cache/previews/made-again", "x");
    write("tmp/unfinished", "x");
  }

  private static long addAd(String name) {
    var file = write("tmp/" + name, "pictures and sound of " + name);
    var blob = new BlobStore(studio.folder()).put(file);
    studio
        .pool()
        .preparedQuery(
            "INSERT INTO media_file (sha256, bytes, container, duration_seconds)"
                + " VALUES ($1, $2, 'mp4', 3)")
        .execute(Tuple.of(blob.sha256(), blob.bytes()))
        .await();
    return studio
        .pool()
        .preparedQuery(
            """
            INSERT INTO ad (collection, name, source, sha256, state)
            VALUES ('test', $1, $1, $2, 'included') RETURNING id
            """)
        .execute(Tuple.of(name, blob.sha256()))
        .await()
        .iterator()
        .next()
        .getLong(0);
  }

  private static Path write(String path, String text) {
    try {
      var file = studio.folder().root().resolve(path);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void run(String statement) {
    studio.pool().query(statement).execute().await();
  }

  private static Backup backup() {
    return new Backup(studio.database(), studio.folder(), new BlobStore(studio.folder()));
  }

  /** Every table's rows as texts. */
  private static Map<String, String> rows(Pool pool) {
    var tables =
        pool.query(
                "SELECT relname FROM pg_class WHERE relkind = 'r'"
                    + " AND relnamespace = 'public'::regnamespace"
                    + " AND relname <> 'flyway_schema_history'")
            .execute()
            .await();
    var rows = new TreeMap<String, String>();
    for (var table : tables) {
      var name = table.getString(0);
      var texts = pool.query("SELECT t::text FROM %s t ORDER BY 1".formatted(name)).execute();
      rows.put(
          name,
          texts.await().stream().map(row -> row.getString(0)).collect(Collectors.joining("\n")));
    }
    return rows;
  }

  private static Map<String, String> files(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(it -> !root.relativize(it).toString().matches("(cache|tmp|postgres).*"))
          .collect(
              Collectors.toMap(
                  it -> root.relativize(it).toString(), Sha256::of, (a, b) -> a, TreeMap::new));
    }
  }

  @Test
  void aStudioComesBackAsItWas() throws IOException {
    var archive = temporary.resolve("whole.tar");
    var report = backup().write(archive);
    assertThat(report.missing()).isEmpty();
    var folder = new DataFolder(temporary.resolve("restored"));
    var target = new StorageSettings(folder, Optional.of(other.freshUrl()));
    new Restore(target).from(archive);
    assertThat(files(folder.root())).isEqualTo(files(studio.folder().root()));
    try (var restored = Database.open(target)) {
      assertThat(rows(restored.pool())).isEqualTo(rows(studio.pool()));
      var next =
          restored
              .pool()
              .query("INSERT INTO track (key, title, origin) VALUES ('k', 't', 'ad') RETURNING id")
              .execute();
      assertThat(next.await().iterator().next().getLong(0)).isEqualTo(1);
      var ad =
          restored.pool().query("SELECT nextval(pg_get_serial_sequence('ad', 'id'))").execute();
      assertThat(ad.await().iterator().next().getLong(0)).isGreaterThan(3);
    }
    assertThatThrownBy(() -> new Restore(target).from(archive))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is not empty");
    var elsewhere = new DataFolder(temporary.resolve("elsewhere"));
    assertThatThrownBy(
            () -> new Restore(new StorageSettings(elsewhere, target.databaseUrl())).from(archive))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds tables already");
    assertThat(files(elsewhere.root())).isEmpty();
  }

  @Test
  void aDamagedOrUnfinishedArchiveChangesNothing() throws IOException {
    var archive = temporary.resolve("good.tar");
    backup().write(archive);
    var bytes = Files.readAllBytes(archive);
    var at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("weights");
    var changed = bytes.clone();
    changed[at] ^= 1;
    for (var bad : new byte[][] {changed, Arrays.copyOf(bytes, bytes.length / 2), new byte[4096]}) {
      var file = Files.write(temporary.resolve("bad.tar"), bad);
      var folder = new DataFolder(temporary.resolve("untouched"));
      assertThatThrownBy(() -> new Restore(StorageSettings.embedded(folder)).from(file))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("is damaged or no backup");
      assertThat(folder.root()).doesNotExist();
    }
    assertThatThrownBy(() -> backup().write(archive)).hasMessageContaining("is there already");
  }

  @Test
  void whatIsWrittenMeanwhileIsThereWholeOrNotAtAll() throws Exception {
    var archive = temporary.resolve("busy.tar");
    var stop = new AtomicBoolean();
    var writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; !stop.get() && i < 2000; i++) {
                    addAd("meanwhile-%d.mp4".formatted(i));
                  }
                });
    Thread.sleep(100);
    backup().write(archive);
    stop.set(true);
    writer.join();
    var folder = new DataFolder(temporary.resolve("busy"));
    var target = new StorageSettings(folder, Optional.of(other.freshUrl()));
    new Restore(target).from(archive);
    try (var restored = Database.open(target)) {
      var ads = restored.pool().query("SELECT sha256 FROM ad").execute().await();
      assertThat(ads.size()).isGreaterThan(3);
      var blobs = new BlobStore(folder);
      ads.forEach(ad -> assertThat(blobs.has(ad.getString("sha256"))).isTrue());
      // A file comes just before its row; one without is swept up later.
      assertThat(blobs.all()).hasSizeBetween(ads.size(), ads.size() + 1);
    }
  }
}
