package org.yuyin.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {
  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  @Test
  void everyTableIsThereAfterOpening() {
    var rows =
        postgres
            .pool()
            .query("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
            .execute()
            .await();
    assertThat(rows)
        .extracting(row -> row.getString(0))
        .contains("ad", "track", "category", "media_file", "ingest_item", "feature", "job", "run");
  }

  @Test
  void openingAgainChangesNothing() {
    postgres.pool().query("INSERT INTO category VALUES ('a', 'b', 'user')").execute().await();
    try (var again =
        Database.open(new StorageSettings(postgres.folder(), Optional.of(postgres.url())))) {
      var rows = again.pool().query("SELECT merged FROM category").execute().await();
      assertThat(rows.iterator().next().getString(0)).isEqualTo("b");
    }
  }

  @Test
  void serverOutOfReachIsOneLineWithoutThePassword() {
    assertRefused(
        "postgresql://me:secret@127.0.0.1:1/yuyin", "127.0.0.1:1/yuyin cannot be reached");
  }

  @Test
  void wrongPasswordIsOneLineWithoutThePassword() {
    var wrong = postgres.url().replaceFirst(":[0-9a-f]{48}@", ":secret@");
    assertRefused(wrong, "password authentication failed");
  }

  @Test
  void wrongUrlsSayWhatIsWrong() {
    assertRefused("mysql://me:secret@host/db", "it starts with \"mysql:\"");
    assertRefused("postgresql://me:secret@host", "it names no database");
    assertRefused("postgresql://host/db", "it names no user");
    assertRefused("postgresql://me:se^cret@host/db", "%XX");
    assertRefused("postgresql://me:secret@host/db?tls=1", "sslmode");
  }

  private static void assertRefused(String url, String because) {
    var settings = new StorageSettings(postgres.folder(), Optional.of(url));
    assertThatThrownBy(() -> Database.open(settings))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(because)
        .hasMessageNotContaining("secret")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }
}
