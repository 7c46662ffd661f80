package org.yuyin.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.catalogue.UploadedTracks;
import org.yuyin.evaluation.projection.ProjectionJob;
import org.yuyin.jobs.JobSettings;
import org.yuyin.jobs.JobType;
import org.yuyin.jobs.JobTypes;
import org.yuyin.jobs.JobWorker;
import org.yuyin.jobs.Machine;
import org.yuyin.jobs.WebhookJob;
import org.yuyin.model.Methods;
import org.yuyin.operations.Sweep;
import org.yuyin.training.Checkpoints;
import org.yuyin.training.DeviceChoice;
import org.yuyin.training.RunRepository;
import org.yuyin.training.TrainingQueue;

/** Works the queue off, from opening to closing: one training at a time, other jobs beside it. */
final class Workers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
  private static final long LOOK_FOR_LOST_SECONDS = 10;
  private static final long SWEEP_MINUTES = 60;

  private final JobWorker trainings;
  private final JobWorker others;
  private final JobWorker errands;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lost-runs").factory());
  private final RunRepository runs;
  private final Sweep sweep;

  private Workers(Studio studio) {
    var pool = studio.database().pool();
    runs = new RunRepository(pool);
    var bell = studio.bell();
    var settings = JobSettings.standard();
    var device = DeviceChoice.best().exclusive().map(gpu -> Machine.NAME + " " + gpu);
    trainings = new JobWorker(pool, bell, new JobTypes(trainings(studio)), settings, device, 1);
    others = new JobWorker(pool, bell, new JobTypes(others(studio)), settings, Optional.empty(), 1);
    errands =
        new JobWorker(pool, bell, new JobTypes(errands(studio)), settings, Optional.empty(), 2);
    sweep = new Sweep(pool, studio.blobs(), studio.previews());
    watch.scheduleWithFixedDelay(this::markLost, 0, LOOK_FOR_LOST_SECONDS, TimeUnit.SECONDS);
    watch.scheduleWithFixedDelay(this::sweepUp, 1, SWEEP_MINUTES, TimeUnit.MINUTES);
  }

  /** Starts at once. */
  static Workers start(Studio studio) {
    return new Workers(studio);
  }

  /** Whether all look for jobs. */
  boolean alive() {
    return trainings.alive() && others.alive();
  }

  /** Job types that take the whole device; a new one adds its line here. */
  private List<JobType> trainings(Studio studio) {
    return List.of(
        new TrainJob(
            new EvaluatedTraining(studio, DeviceChoice.best()),
            runs,
            new UploadedTracks(studio.database().pool())));
  }

  /** Job types that take moments and must not wait for the others; a new one adds its line here. */
  private static List<JobType> errands(Studio studio) {
    return List.of(WebhookJob.of(studio.database().pool(), System.getenv()));
  }

  /** Job types that may run beside a training; a new one adds its line here. */
  private static List<JobType> others(Studio studio) {
    var pool = studio.database().pool();
    var queue = new TrainingQueue(pool, CodeVersion.current());
    var checkpoints = new Checkpoints(studio.folder(), Methods.standard());
    return List.of(
        new DemoJob(studio, queue),
        new DescribeMusicJob(studio),
        new DatasetJob(studio),
        new ProjectionJob(pool, studio.datasets(), checkpoints));
  }

  /** A run whose process was killed must not look as if it went on. */
  private void markLost() {
    try {
      int lost = runs.markLost().await();
      if (lost > 0) {
        LOG.warn("the processes that trained {} runs have ended", lost);
      }
    } catch (Exception e) { // waiting for the database also throws checked ones
      LOG.warn("cannot look for lost runs: {}", e.getMessage());
    }
  }

  private void sweepUp() {
    try {
      sweep.run();
    } catch (RuntimeException e) {
      LOG.warn("cannot sweep up what nothing refers to: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    errands.close();
    others.close();
    trainings.close();
  }
}
