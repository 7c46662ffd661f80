package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.storage.PostgresExtension;

/** The doctor names what is broken and how to mend it, and changes nothing. */
class DoctorCommandTest {
  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  @TempDir Path temporary;

  private static JsonObject part(Run run, String name) {
    return run.jsonArray().stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getString("part").equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aHealthyStudioHasNothingBroken() {
    var run = Run.on(postgres, "doctor");
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out())
        .contains("ok      java", "ok      ffmpeg", "ok      database", "ok      media")
        .contains("weak    model        none is trained", "-> train one");
  }

  @Test
  void whatIsBrokenIsNamedAndEndsWithOne() {
    postgres
        .pool()
        .preparedQuery(
            "INSERT INTO media_file (sha256, bytes, container, duration_seconds)"
                + " VALUES ($1, 1, 'mp4', 1)")
        .execute(Tuple.of("a".repeat(64)))
        .await();
    postgres
        .pool()
        .query("INSERT INTO job (type, settings, queued_at) VALUES ('train', '{}', '2020-01-01')")
        .execute()
        .await();
    var run = Run.on(postgres, "doctor", "--json");
    postgres.pool().query("DELETE FROM media_file").execute().await();
    postgres.pool().query("DELETE FROM job").execute().await();
    assertThat(run.exitCode()).isEqualTo(Main.FAILED);
    assertThat(part(run, "media").getString("level")).isEqualTo("broken");
    assertThat(part(run, "media").getString("says")).contains("aaaa");
    assertThat(part(run, "jobs").getString("mend")).contains("start serve or worker");
  }

  @Test
  void aFolderThatIsNotThereIsNotMade() {
    var nowhere = temporary.resolve("nowhere");
    var run = Run.of("doctor", "--json", "--data", nowhere.toString());
    assertThat(run.exitCode()).isEqualTo(Main.FAILED);
    assertThat(part(run, "data folder").getString("level")).isEqualTo("broken");
    assertThat(nowhere).doesNotExist();
  }
}
