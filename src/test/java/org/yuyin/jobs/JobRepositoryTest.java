package org.yuyin.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.storage.PostgresExtension;

class JobRepositoryTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static final JobOrder ORDER = JobOrder.of("test", new JsonObject());
  private static final String[] TYPES = {"test"};
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration EXPIRED = Duration.ofMillis(-1);
  private static final int MOST_FAILURES = 3;
  private static final RetryPolicy AT_ONCE = new RetryPolicy(MOST_FAILURES, Duration.ZERO);

  private final JobRepository jobs = new JobRepository(POSTGRES.pool());

  @BeforeEach
  void emptyTheQueue() {
    POSTGRES.pool().query("DELETE FROM job").execute().await();
  }

  @Test
  void noJobIsClaimedTwice() {
    var queued = IntStream.range(0, 20).mapToObj(_ -> enqueue()).toList();
    var claims = IntStream.range(0, 40).mapToObj(_ -> claim(LEASE)).toList(); // all under way
    Future.all(claims).await();
    assertThat(claims.stream().flatMap(claim -> claim.result().stream()).map(ClaimedJob::id))
        .containsExactlyInAnyOrderElementsOf(queued);
  }

  @Test
  void oldestGoesFirstAndOtherTypesAreLeftAlone() {
    jobs.enqueue(JobOrder.of("other", new JsonObject())).await();
    long first = enqueue();
    enqueue();
    assertThat(claim(LEASE).await().orElseThrow().id()).isEqualTo(first);
  }

  @Test
  void jobOfATransactionThatFailedWasNeverQueued() {
    var failing =
        POSTGRES
            .pool()
            .withTransaction(
                connection ->
                    jobs.enqueue(connection, ORDER).compose(_ -> Future.failedFuture("no")));
    assertThatThrownBy(failing::await).hasMessage("no");
    assertThat(claim(LEASE).await()).isEmpty();
  }

  @Test
  void everyWriteOfAnEarlierAttemptIsRefused() {
    enqueue();
    var dead = claim(EXPIRED).await().orElseThrow();
    var taken = claim(LEASE).await().orElseThrow();
    assertThat(taken.id()).isEqualTo(dead.id());
    assertThat(taken.attempt()).isEqualTo(dead.attempt() + 1);

    assertStale(jobs.heartbeat(dead, LEASE, Optional.empty()));
    assertStale(jobs.finish(dead, new JsonObject(), Optional.empty()));
    assertStale(jobs.fail(dead, "x", AT_ONCE));
    assertStale(jobs.release(dead));
    assertStale(jobs.holding(dead, _ -> enqueueCategory("stale")));
    assertThat(categories("stale")).isZero();

    jobs.holding(taken, _ -> enqueueCategory("fresh")).await();
    assertThat(categories("fresh")).isEqualTo(1);
    jobs.finish(taken, JsonObject.of("answer", 42), Optional.empty()).await();
    assertThat(jobs.byId(taken.id()).await().orElseThrow().result())
        .contains(JsonObject.of("answer", 42));
  }

  @Test
  void failedJobWaitsAndIsTriedAgainUntilTheBound() {
    long id = enqueue();
    for (int failure = 1; failure < MOST_FAILURES; failure++) {
      jobs.fail(claim(LEASE).await().orElseThrow(), "no luck", AT_ONCE).await();
      assertThat(state(id)).isEqualTo(JobState.QUEUED);
    }
    var last = claim(LEASE).await().orElseThrow();
    jobs.fail(last, "no luck", AT_ONCE).await();
    assertThat(state(id)).isEqualTo(JobState.FAILED);
    assertThat(jobs.byId(id).await().orElseThrow().error()).contains("no luck");
    assertThat(claim(LEASE).await()).isEmpty();
  }

  @Test
  void failedJobIsNotTriedBeforeItsTime() {
    enqueue();
    var claimed = claim(LEASE).await().orElseThrow();
    jobs.fail(claimed, "x", new RetryPolicy(MOST_FAILURES, Duration.ofHours(1))).await();
    assertThat(claim(LEASE).await()).isEmpty();
  }

  @Test
  void jobWhoseWorkersKeepDyingIsLost() {
    long id = enqueue();
    for (int death = 1; death <= MOST_FAILURES; death++) {
      assertThat(claim(EXPIRED).await()).isPresent();
    }
    assertThat(claim(LEASE).await()).isEmpty();
    jobs.giveUpDead(MOST_FAILURES).await();
    assertThat(state(id)).isEqualTo(JobState.LOST);
  }

  @Test
  void jobGivenBackLosesNoTry() {
    long id = enqueue();
    for (int time = 0; time < MOST_FAILURES + 1; time++) {
      jobs.release(claim(LEASE).await().orElseThrow()).await();
    }
    assertThat(state(id)).isEqualTo(JobState.QUEUED);
  }

  @Test
  void waitingJobIsCancelledAtOnceARunningOneIsAskedToStop() {
    long waiting = enqueue();
    assertThat(jobs.cancel(waiting).await()).isTrue();
    assertThat(state(waiting)).isEqualTo(JobState.CANCELLED);
    assertThat(jobs.cancel(waiting).await()).isFalse();

    long running = enqueue();
    var claimed = claim(LEASE).await().orElseThrow();
    assertThat(jobs.heartbeat(claimed, LEASE, Optional.empty()).await()).isFalse();
    jobs.cancel(running).await();
    assertThat(state(running)).isEqualTo(JobState.STOPPING);
    assertThat(jobs.heartbeat(claimed, LEASE, Optional.empty()).await()).isTrue();
    jobs.fail(claimed, "stopped in the middle", AT_ONCE).await();
    assertThat(state(running)).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void jobAskedToStopWhoseWorkerDiedIsCancelled() {
    long id = enqueue();
    assertThat(claim(EXPIRED).await()).isPresent();
    jobs.cancel(id).await();
    jobs.giveUpDead(MOST_FAILURES).await();
    assertThat(state(id)).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void mostUrgentGoesFirst() {
    enqueue();
    long urgent = jobs.enqueue(ORDER.withPriority(JobOrder.AWAITED)).await();
    jobs.enqueue(ORDER.withPriority(-1)).await();
    assertThat(claim(LEASE).await().orElseThrow().id()).isEqualTo(urgent);
  }

  @Test
  void aDeviceComputesForOneJobAtATime() {
    var gpu = Optional.of("here gpu(0)");
    IntStream.range(0, 8).forEach(_ -> enqueue());
    var claims = IntStream.range(0, 8).mapToObj(_ -> claim(LEASE, gpu)).toList(); // all under way
    Future.all(claims).await();
    var winners = claims.stream().flatMap(claim -> claim.result().stream()).toList();
    assertThat(winners).hasSize(1);
    assertThat(claim(LEASE, Optional.of("there gpu(0)")).await()).isPresent();
    jobs.finish(winners.getFirst(), new JsonObject(), Optional.empty()).await();
    assertThat(claim(LEASE, gpu).await()).isPresent();
  }

  @Test
  void aDeviceIsFreeAgainWhenTheWorkerThatHadItDied() {
    var gpu = Optional.of("here gpu(0)");
    long first = enqueue();
    jobs.enqueue(ORDER.withPriority(JobOrder.MOST)).await();
    jobs.cancel(claim(EXPIRED, gpu).await().orElseThrow().id()).await();
    jobs.giveUpDead(MOST_FAILURES).await();
    assertThat(claim(EXPIRED, gpu).await().orElseThrow().id()).isEqualTo(first);
    assertThat(claim(LEASE, gpu).await().orElseThrow().id())
        .as("the dead one's job goes on before others")
        .isEqualTo(first);
  }

  @Test
  void theSameOrderIsOneJobAsLongAsItIsUnderWay() {
    var once = JobOrder.of("test", JsonObject.of("a", 1, "b", 2)).once();
    var again = JobOrder.of("test", JsonObject.of("b", 2, "a", 1)).once();
    var orders = IntStream.range(0, 10).mapToObj(i -> jobs.enqueue(i % 2 == 0 ? once : again));
    var ids = orders.toList().stream().map(order -> order.await()).distinct().toList();
    assertThat(ids).hasSize(1);
    assertThat(enqueue()).isNotEqualTo(ids.getFirst());
    jobs.cancel(ids.getFirst()).await();
    assertThat(jobs.enqueue(once).await()).isNotEqualTo(ids.getFirst());
    assertThat(jobs.again(ids.getFirst()).await()).as("another does it now").isFalse();
  }

  @Test
  void whatWasGivenUpIsTriedAgainWhenSomebodyAsks() {
    long id = enqueue();
    jobs.refuse(claim(LEASE).await().orElseThrow(), "no such dataset", Optional.empty()).await();
    assertThat(jobs.again(id).await()).isTrue();
    assertThat(jobs.again(id).await()).as("it waits already").isFalse();
    var claimed = claim(LEASE).await().orElseThrow();
    assertThat(claimed.attempt()).isEqualTo(2);
    jobs.finish(claimed, new JsonObject(), Optional.empty()).await();
    assertThat(jobs.again(id).await()).as("it is done").isFalse();
  }

  private long enqueue() {
    return jobs.enqueue(ORDER).await();
  }

  private Future<Optional<ClaimedJob>> claim(Duration lease) {
    return claim(lease, Optional.empty());
  }

  private Future<Optional<ClaimedJob>> claim(Duration lease, Optional<String> device) {
    return jobs.claim(TYPES, lease, MOST_FAILURES, device);
  }

  private JobState state(long id) {
    return jobs.byId(id).await().orElseThrow().state();
  }

  private static Future<Void> enqueueCategory(String name) {
    var insert = "INSERT INTO category VALUES ('%s', 'x', 'user')".formatted(name);
    return POSTGRES.pool().query(insert).execute().mapEmpty();
  }

  private static long categories(String name) {
    var count = "SELECT count(*) FROM category WHERE name = '%s'".formatted(name);
    return POSTGRES.pool().query(count).execute().await().iterator().next().getLong(0);
  }

  private static void assertStale(Future<?> write) {
    assertThatThrownBy(write::await).isInstanceOf(StaleAttemptException.class);
  }
}
