package org.yuyin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.jobs.JobRepository;
import org.yuyin.jobs.JobState;
import org.yuyin.storage.InputException;
import org.yuyin.storage.PostgresExtension;

class TrainingQueueTest {
  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private TrainingQueue queue;
  private JobRepository jobs;
  private RunView runs;
  private long run;

  @BeforeEach
  void submit() {
    queue = new TrainingQueue(postgres.pool(), "test");
    jobs = new JobRepository(postgres.pool());
    runs = new RunView(postgres.pool());
    long dataset =
        postgres
            .pool()
            .query(
                """
                INSERT INTO dataset (name, version, content_hash, folder, pairs, description)
                SELECT 'queue', count(*) + 1, 'h', 'f', 300, '{}' FROM dataset RETURNING id
                """)
            .execute()
            .await()
            .iterator()
            .next()
            .getLong("id");
    run = queue.submit(new RunRequest(dataset, "yuyin", new JsonObject(), 1, null, false)).await();
  }

  @Test
  void aRunIsQueuedTogetherWithItsJob() {
    var card = runs.run(run).await().orElseThrow();
    assertThat(card.state()).isEqualTo("queued");
    var job = jobs.byId(card.jobId().orElseThrow()).await().orElseThrow();
    assertThat(job.state()).isEqualTo(JobState.QUEUED);
    assertThat(job.settings()).isEqualTo(JsonObject.of("run", run));
  }

  @Test
  void aWaitingRunStopsAtOnceAndCanBeQueuedAgain() {
    long first = runs.run(run).await().orElseThrow().jobId().orElseThrow();
    queue.stop(run).await();
    assertThat(state()).isEqualTo("cancelled");
    assertThat(jobs.byId(first).await().orElseThrow().state()).isEqualTo(JobState.CANCELLED);

    queue.resume(run).await();
    assertThat(state()).isEqualTo("queued");
    long second = runs.run(run).await().orElseThrow().jobId().orElseThrow();
    assertThat(second).isNotEqualTo(first);
    assertThat(jobs.byId(second).await().orElseThrow().state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void aRunningRunIsAskedToStop() {
    set("running", 0);
    queue.stop(run).await();
    assertThat(state()).isEqualTo("stopping");
  }

  @Test
  void whatHasEndedIsNotStoppedAndWhatGoesOnIsNotResumed() {
    assertThatThrownBy(() -> queue.resume(run).await())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("run %d is queued".formatted(run));
    set("finished", 0);
    assertThatThrownBy(() -> queue.stop(run).await())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("finished already");
    assertThatThrownBy(() -> queue.resume(run + 1000).await())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no run");
  }

  @Test
  void aSilentRunIsLostOnlyWhenNobodyHoldsIt() {
    jobs.cancel(runs.run(run).await().orElseThrow().jobId().orElseThrow()).await();
    var repository = new RunRepository(postgres.pool());
    try (var _ = RunOwnership.take(repository, run, "cpu", "test")) {
      set("running", 60);
      assertThat(repository.markLost().await()).isZero();
      assertThat(state()).isEqualTo("running");
    }
    set("running", 60);
    assertThat(repository.markLost().await()).isEqualTo(1);
    assertThat(state()).isEqualTo("lost");
    assertThat(runs.run(run).await().orElseThrow().resumable()).isTrue();
  }

  @Test
  void aSilentRunWhoseJobGoesOnWaitsForTheNextWorker() {
    set("running", 60);
    assertThat(new RunRepository(postgres.pool()).markLost().await()).isEqualTo(1);
    assertThat(state()).isEqualTo("queued");
  }

  private String state() {
    return runs.state(run).await().orElseThrow();
  }

  private void set(String state, int silentSeconds) {
    postgres
        .pool()
        .preparedQuery(
            """
            UPDATE run SET state = $2, heartbeat_at = now() - $3 * interval '1 second'
            WHERE id = $1
            """)
        .execute(Tuple.of(run, state, silentSeconds))
        .await();
  }
}
