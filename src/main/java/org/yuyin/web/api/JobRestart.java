package org.yuyin.web.api;

import io.vertx.core.Future;
import org.yuyin.jobs.Job;
import org.yuyin.jobs.JobRepository;
import org.yuyin.training.TrainingQueue;
import org.yuyin.web.Refusal;

/** Stops jobs and queues them once more; a training together with its run. */
final class JobRestart {
  private final JobRepository jobs;
  private final TrainingQueue trainings;

  JobRestart(JobRepository jobs, TrainingQueue trainings) {
    this.jobs = jobs;
    this.trainings = trainings;
  }

  /** Stops it; a job that has ended is refused with 409. */
  Future<Long> cancel(Job job) {
    if (!job.live()) {
      throw Refusal.conflict("Job %d is %s already.".formatted(job.id(), job.state().key()));
    }
    var stopped = trains(job) ? trainings.stop(run(job)) : jobs.cancel(job.id()).<Void>mapEmpty();
    return stopped.map(job.id());
  }

  /** Queues it; what is under way or finished is refused with 409. */
  Future<Long> again(Job job) {
    if (trains(job)) {
      return trainings.resume(run(job)).map(job.id());
    }
    return jobs.again(job.id())
        .map(
            queued -> {
              if (!queued) {
                throw Refusal.conflict(
                    "Job %d is %s, or another does the same now."
                        .formatted(job.id(), job.state().key()));
              }
              return job.id();
            });
  }

  private static boolean trains(Job job) {
    return job.type().equals(TrainingQueue.JOB_TYPE);
  }

  private static long run(Job job) {
    return job.settings().getLong(TrainingQueue.RUN);
  }
}
