package org.yuyin.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.ChildJvm;
import org.yuyin.storage.InputException;
import org.yuyin.storage.PostgresExtension;

@Timeout(60)
class JobWorkerTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  static final JobSettings SETTINGS =
      new JobSettings(
          Duration.ofSeconds(3),
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          new RetryPolicy(3, Duration.ofMillis(10)));

  private static JobBell bell;

  private final JobRepository jobs = new JobRepository(POSTGRES.pool());

  @BeforeAll
  static void hear() {
    bell = JobBell.of(POSTGRES.database());
  }

  @AfterAll
  static void hearNoMore() {
    bell.close();
  }

  /** What a test's job does. */
  interface Work {
    JsonObject run(JobContext context) throws Exception;
  }

  @BeforeEach
  void emptyTheQueue() {
    POSTGRES.pool().query("DELETE FROM job").execute().await();
  }

  @Test
  void workThatCannotLookForItselfIsTold() {
    var id = enqueue(0);
    var sleeping = new CountDownLatch(1);
    Work sleeper =
        context -> {
          var self = Thread.currentThread();
          return context.telling(
              self::interrupt,
              () -> {
                sleeping.countDown();
                Thread.sleep(Duration.ofMinutes(1));
                return new JsonObject();
              });
        };
    try (var _ = worker(sleeper, 1)) {
      sleeping.await();
      jobs.cancel(id).await();
      await(id, Job::state, JobState.CANCELLED);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void jobsRunOnceWithTheirSettingsAndKeepTheirResults() {
    var runs = new ConcurrentHashMap<Long, Integer>();
    var ids = java.util.stream.IntStream.range(0, 12).mapToObj(this::enqueue).toList();
    Work twice =
        context -> {
          runs.merge(context.id(), 1, Integer::sum);
          return JsonObject.of("twice", 2 * context.settings().getInteger("n"));
        };
    try (var _ = worker(twice, 3);
        var _ = worker(twice, 3)) {
      for (int n = 0; n < ids.size(); n++) {
        var job = await(ids.get(n), Job::state, JobState.FINISHED);
        assertThat(job.result()).contains(JsonObject.of("twice", 2 * n));
      }
    }
    assertThat(runs).hasSize(12).allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
  }

  @Test
  void workLongerThanTheLeaseIsNotTakenAway() {
    var runs = new AtomicInteger();
    Work slow =
        context -> {
          runs.incrementAndGet();
          Thread.sleep(SETTINGS.lease().multipliedBy(2));
          return new JsonObject();
        };
    long id = enqueue(0);
    try (var _ = worker(slow, 1);
        var _ = worker(slow, 1)) {
      await(id, Job::state, JobState.FINISHED);
    }
    assertThat(runs.get()).isEqualTo(1);
  }

  @Test
  void jobOfAKilledProcessIsTakenOver() throws Exception {
    long id = enqueue(0);
    var data = POSTGRES.folder().root().toString();
    try (var child = ChildJvm.start(WorkerChild.class, data, POSTGRES.url())) {
      child.awaitText("working");
      child.kill();
    }
    assertThat(job(id).state()).isEqualTo(JobState.RUNNING);
    try (var _ = worker(context -> JsonObject.of("attempt", context.attempt()), 1)) {
      var done = await(id, Job::state, JobState.FINISHED);
      assertThat(done.result()).contains(JsonObject.of("attempt", 2));
    }
  }

  @Test
  void failureIsTriedAgainWrongInputIsNot() {
    var runs = new AtomicInteger();
    long unlucky = enqueue(0);
    try (var _ =
        worker(
            context -> {
              if (runs.incrementAndGet() < 3) {
                throw new IllegalStateException("bad luck");
              }
              return new JsonObject();
            },
            1)) {
      await(unlucky, Job::state, JobState.FINISHED);
    }
    assertThat(runs.get()).isEqualTo(3);
    assertThat(new JobLines(POSTGRES.pool()).of(unlucky).await())
        .filteredOn(line -> line.text().equals("failed: bad luck"))
        .extracting(JobLines.Line::attempt)
        .containsExactly(1, 2);

    long wrong = enqueue(0);
    try (var _ =
        worker(
            context -> {
              throw new InputException("no such dataset");
            },
            1)) {
      var failed = await(wrong, Job::state, JobState.FAILED);
      assertThat(failed.attempt()).isEqualTo(1);
      assertThat(failed.error()).contains("no such dataset");
    }
  }

  @Test
  void runningJobHearsThatItIsCancelledAndItsProgressIsSeen() {
    long id = enqueue(0);
    try (var _ =
        worker(
            context -> {
              context.progress(3, 10, "counting");
              while (true) {
                context.checkStop();
                Thread.sleep(20);
              }
            },
            1)) {
      await(id, Job::progress, Optional.of(new JobProgress(3, 10, "counting")));
      jobs.cancel(id).await();
      await(id, Job::state, JobState.CANCELLED);
    }
  }

  @Test
  void closingWorkerGivesItsJobBackForAnother() throws Exception {
    var begun = new CountDownLatch(1);
    long id = enqueue(0);
    try (var _ =
        worker(
            context -> {
              begun.countDown();
              while (true) {
                context.checkStop();
                Thread.sleep(20);
              }
            },
            1)) {
      begun.await();
    }
    assertThat(job(id).state()).isEqualTo(JobState.QUEUED);
    try (var _ = worker(_ -> new JsonObject(), 1)) {
      await(id, Job::state, JobState.FINISHED);
    }
  }

  @Test
  void whatFailsBecauseTheDatabaseIsAwayOrMemoryIsShortIsTriedAgain() {
    var runs = new AtomicInteger();
    long id = enqueue(0);
    Work unlucky =
        context -> {
          if (runs.incrementAndGet() <= SETTINGS.retries().mostFailures() + 2) {
            throw new java.net.ConnectException("Connection refused");
          }
          return new JsonObject();
        };
    try (var _ = worker(unlucky, 1)) {
      await(id, Job::state, JobState.FINISHED);
    }
    assertThat(runs.get())
        .as("no failure of the job's")
        .isEqualTo(SETTINGS.retries().mostFailures() + 3);

    runs.set(0);
    long large = enqueue(0);
    Work greedy =
        context -> {
          if (runs.incrementAndGet() == 1) {
            throw new OutOfMemoryError("Java heap space");
          }
          return new JsonObject();
        };
    try (var _ = worker(greedy, 1)) {
      await(large, Job::state, JobState.FINISHED);
    }
    assertThat(runs.get()).isEqualTo(2);
  }

  @Test
  void aSleepingWorkerIsWokenByWhatIsQueuedElsewhere() throws Exception {
    var patient =
        new JobSettings(
            SETTINGS.lease(), SETTINGS.heartbeat(), Duration.ofMinutes(5), SETTINGS.retries());
    var types = new JobTypes(List.of(type(_ -> new JsonObject())));
    try (var _ = new JobWorker(POSTGRES.pool(), bell, types, patient, Optional.empty(), 1)) {
      await(enqueue(0), Job::state, JobState.FINISHED);
      Thread.sleep(200); // it sleeps again
      await(enqueue(1), Job::state, JobState.FINISHED);
    }
  }

  static JobType type(Work work) {
    return new JobType() {
      @Override
      public String name() {
        return "test";
      }

      @Override
      public JsonObject run(JobContext context) throws Exception {
        return work.run(context);
      }
    };
  }

  private static JobWorker worker(Work work, int atATime) {
    return new JobWorker(
        POSTGRES.pool(),
        bell,
        new JobTypes(List.of(type(work))),
        SETTINGS,
        Optional.empty(),
        atATime);
  }

  private long enqueue(int n) {
    return jobs.enqueue(JobOrder.of("test", JsonObject.of("n", n))).await();
  }

  private Job job(long id) {
    return jobs.byId(id).await().orElseThrow();
  }

  private <T> Job await(long id, java.util.function.Function<Job, T> part, T expected) {
    Predicate<Job> asExpected = job -> part.apply(job).equals(expected);
    var job = job(id);
    while (!asExpected.test(job)) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError("job %d stays %s".formatted(id, job), e);
      }
      job = job(id);
    }
    return job;
  }
}
