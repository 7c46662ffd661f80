package org.yuyin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Pool;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Failures as a real server reports them. */
class DatabaseProblemsTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @Test
  void aFullDiskIsALineThatSaysWhatToDo() {
    var failure =
        failureOf(
            "DO $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device'"
                + " USING ERRCODE = '53100'; END $$");
    assertThat(DatabaseProblems.explain(failure).orElseThrow())
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("free some space")
        .hasCause(failure)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aServerThatEndsIsToldApartFromAMistakeInTheQuestion() {
    assertThat(DatabaseProblems.explain(failureOf("SELECT nonsense"))).isEmpty();
    assertThat(DatabaseProblems.explain(failureOf("SELECT 1 / 0"))).isEmpty();
    // A pool may hand out an ended connection once more, so this one is not shared.
    try (var own =
        Database.open(new StorageSettings(POSTGRES.folder(), Optional.of(POSTGRES.url())))) {
      var ended = failureOf(own.pool(), "SELECT pg_terminate_backend(pg_backend_pid())");
      assertThat(DatabaseProblems.explain(ended).orElseThrow())
          .hasMessageContaining("the database server has gone");
    }
  }

  @Test
  void theCauseIsFoundBehindOtherFailures() {
    var refused = new java.net.ConnectException("Connection refused: 127.0.0.1:5432");
    assertThat(DatabaseProblems.explain(new IllegalStateException("extraction failed", refused)))
        .hasValueSatisfying(told -> assertThat(told).hasMessageContaining("Connection refused"));
    assertThat(DatabaseProblems.explain(new IllegalStateException("ours"))).isEmpty();
  }

  private static Throwable failureOf(String statement) {
    return failureOf(POSTGRES.pool(), statement);
  }

  private static Throwable failureOf(Pool pool, String statement) {
    try {
      pool.query(statement).execute().await();
    } catch (Exception e) { // await() also throws the checked ones of a broken connection
      return e;
    }
    throw new AssertionError("it did not fail: " + statement);
  }
}
