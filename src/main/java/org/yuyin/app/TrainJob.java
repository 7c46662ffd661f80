package org.yuyin.app;

import io.vertx.core.json.JsonObject;
import org.yuyin.catalogue.UploadedTracks;
import org.yuyin.jobs.JobContext;
import org.yuyin.jobs.JobType;
import org.yuyin.training.Course;
import org.yuyin.training.EpochResult;
import org.yuyin.training.RunRepository;
import org.yuyin.training.TrainingListener;
import org.yuyin.training.TrainingQueue;

/** Trains a run that waits in the {@link TrainingQueue}; goes on where an earlier attempt stood. */
final class TrainJob implements JobType {
  private final EvaluatedTraining training;
  private final RunRepository runs;
  private final UploadedTracks uploads;

  TrainJob(EvaluatedTraining training, RunRepository runs, UploadedTracks uploads) {
    this.training = training;
    this.runs = runs;
    this.uploads = uploads;
  }

  @Override
  public String name() {
    return TrainingQueue.JOB_TYPE;
  }

  @Override
  public JsonObject run(JobContext context) {
    long run = context.settings().getLong(TrainingQueue.RUN);
    var card = training.card(run);
    boolean finished =
        card.finished()
            || training
                .train(run, training.task(card), new Progress(context), context::stopRequested)
                .finished();
    if (!finished) {
      if (context.closing()) {
        runs.sendBack(run).await();
      }
      context.checkStop();
    }
    // It may be the first model that there is, for which uploaded music has been waiting.
    uploads.askForDescription().await();
    return JsonObject.of("run", run, "finished", finished);
  }

  /** Tells the job how far the training is. */
  private static final class Progress implements TrainingListener {
    private final JobContext context;
    private int epochs;

    Progress(JobContext context) {
      this.context = context;
    }

    @Override
    public void started(Course course, int epochsDone) {
      epochs = course.epochs();
      tell(epochsDone);
    }

    @Override
    public void epochDone(EpochResult result) {
      tell(result.epoch());
    }

    private void tell(int done) {
      context.progress(done, epochs, "training");
    }
  }
}
