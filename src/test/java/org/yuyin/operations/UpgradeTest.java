package org.yuyin.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.Database;
import org.yuyin.storage.InputException;
import org.yuyin.storage.PostgresExtension;
import org.yuyin.storage.StorageSettings;

/** A studio of an earlier version keeps what it had when the program is replaced by a newer one. */
class UpgradeTest {
  private static final String EARLIER = "011";

  private static final List<String> ROWS =
      List.of(
          "INSERT INTO category VALUES ('tea', 'food', 'manifest')",
          """
          INSERT INTO media_file (sha256, bytes, container, duration_seconds)
          VALUES (repeat('a', 64), 5, 'mp4', 3)
          """,
          "INSERT INTO track (key, title, origin) VALUES ('sound:1', 'Walk', 'ad')",
          """
          INSERT INTO ad (collection, name, source, sha256, category, track_id, state, music_share)
          VALUES ('test', 'tea.mp4', 'tea.mp4', repeat('a', 64), 'tea', 1, 'included', 0.9)
          """,
          "INSERT INTO feature VALUES (repeat('a', 64), 'emobase', 2, '\\x0001')",
          """
          INSERT INTO dataset (name, version, content_hash, folder, pairs, description)
          VALUES ('ads', 1, 'hash', 'datasets/hash', 1, '{}')
          """,
          "INSERT INTO dataset_ad VALUES (1, 0, 1)",
          """
          INSERT INTO run (dataset_id, method, settings, seed, state, code_version)
          VALUES (1, 'yuyin', '{}', 5, 'finished', 'v')
          """,
          "INSERT INTO evaluation VALUES (1, 'test', 'video-to-music', '{\"recall@10\": 0.5}')",
          "INSERT INTO job (type, settings) VALUES ('train', '{}')");

  @RegisterExtension static final PostgresExtension server = new PostgresExtension();

  @TempDir Path temporary;

  private StorageSettings fresh(String name) {
    var folder = new DataFolder(temporary.resolve(name)).create();
    return new StorageSettings(folder, Optional.of(server.freshUrl()));
  }

  private static void fill(Pool pool) {
    ROWS.forEach(row -> pool.query(row).execute().await());
  }

  private static void assertKept(Database database) {
    assertThat(database.schemaVersion()).contains(database.newestSchema());
    var kept =
        database
            .pool()
            .query(
                """
                SELECT ad.name, ad.music_share, track.title, category.merged, dataset.name AS dataset,
                  evaluation.metrics->>'recall@10' AS recall, feature.vector, job.type
                FROM ad JOIN track ON track.id = ad.track_id
                JOIN category ON category.name = ad.category
                JOIN media_file ON media_file.sha256 = ad.sha256
                JOIN feature ON feature.item = ad.sha256
                JOIN dataset_ad ON dataset_ad.ad_id = ad.id
                JOIN dataset ON dataset.id = dataset_ad.dataset_id
                JOIN run ON run.dataset_id = dataset.id JOIN evaluation ON evaluation.run_id = run.id
                CROSS JOIN job
                """)
            .execute()
            .await();
    assertThat(kept.size()).isEqualTo(1);
    var row = kept.iterator().next();
    assertThat(row.getString("name")).isEqualTo("tea.mp4");
    assertThat(row.getString("title")).isEqualTo("Walk");
    assertThat(row.getString("recall")).isEqualTo("0.5");
    assertThat(row.getBuffer("vector").getBytes()).containsExactly(0, 1);
  }

  @Test
  void rowsOfAnEarlierVersionAreKept() {
    var settings = fresh("upgraded");
    try (var earlier = Database.openEmpty(settings, EARLIER)) {
      assertThat(earlier.schemaVersion()).contains(EARLIER);
      fill(earlier.pool());
    }
    try (var newest = Database.open(settings)) {
      assertKept(newest);
    }
  }

  @Test
  void aBackupOfAnEarlierVersionIsBroughtUpToDate() {
    var settings = fresh("earlier");
    var archive = temporary.resolve("earlier.tar");
    try (var earlier = Database.openEmpty(settings, EARLIER)) {
      fill(earlier.pool());
      new Backup(earlier, settings.folder(), new BlobStore(settings.folder())).write(archive);
    }
    var target =
        new StorageSettings(
            new DataFolder(temporary.resolve("restored")), Optional.of(server.freshUrl()));
    assertThat(new Restore(target).from(archive).schema()).isEqualTo(EARLIER);
    try (var restored = Database.open(target)) {
      assertKept(restored);
    }
  }

  @Test
  void aBackupOfANewerVersionIsRefused() {
    var settings = fresh("newer");
    assertThatThrownBy(() -> Database.openEmpty(settings, "999"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("newer than this program");
  }
}
