package org.yuyin.training;

import io.micrometer.core.instrument.Metrics;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.yuyin.model.Encoder;
import org.yuyin.storage.DatabaseProblems;
import org.yuyin.storage.InputException;

/**
 * Trains runs: the loop joined with the run's rows and checkpoints. Whatever happens, the run's
 * state says so afterwards, and a run that did not end goes on where it stood.
 */
public final class RunTraining {
  private final RunRepository runs;
  private final Checkpoints checkpoints;
  private final DeviceChoice device;
  private final String codeVersion;

  /**
   * Trains on one device.
   *
   * @param codeVersion of this program, kept with every run
   */
  public RunTraining(
      RunRepository runs, Checkpoints checkpoints, DeviceChoice device, String codeVersion) {
    this.runs = runs;
    this.checkpoints = checkpoints;
    this.device = device;
    this.codeVersion = codeVersion;
  }

  /** Adds the request's run. */
  public long create(RunRequest request) {
    return runs.create(request, codeVersion).await();
  }

  /**
   * Trains a run to its end, or until stopped. Blocks.
   *
   * @param run that {@link #create} or an earlier attempt left
   * @param stop asked after every batch
   * @param trained is given the finished model before the run counts as finished, so that a
   *     finished run always has what is made of it here
   */
  public TrainingOutcome train(
      long run,
      TrainingTask task,
      TrainingListener listener,
      EpochProbe probe,
      BooleanSupplier stop,
      Consumer<Encoder> trained) {
    try (var own = RunOwnership.take(runs, run, device.toString(), codeVersion)) {
      try {
        var outcome =
            new Trainer(
                    task,
                    device,
                    checkpoints.of(run),
                    new Recording(own, listener),
                    probe,
                    () -> stop.getAsBoolean() || own.stopAsked())
                .run();
        if (outcome.finished()) {
          try (var encoder = outcome.encoder(device)) {
            trained.accept(encoder);
          }
        }
        own.end(outcome.finished() ? "finished" : "cancelled", null);
        return outcome;
      } catch (RunTakenOverException e) {
        throw e;
      } catch (Exception e) {
        endAfter(e, own);
        throw e;
      }
    }
  }

  /** What the user can mend, such as a full disk, leaves the run ready to go on. */
  private static void endAfter(Exception failure, RunOwnership own) {
    var ofDatabase = DatabaseProblems.explain(failure);
    boolean mendable =
        ofDatabase.isPresent()
            || failure instanceof InputException && !(failure instanceof TrainingDivergedException);
    var why = ofDatabase.map(Throwable::getMessage).orElse(failure.getMessage());
    try {
      own.end(mendable ? "cancelled" : "failed", why);
    } catch (Exception e) {
      failure.addSuppressed(e);
    }
  }

  /** Writes the curve, then tells the listener. */
  private record Recording(RunOwnership own, TrainingListener listener)
      implements TrainingListener {
    @Override
    public void started(Course course, int epochsDone) {
      own.forgetEpochsAfter(epochsDone);
      listener.started(course, epochsDone);
    }

    @Override
    public void batchDone(int epoch, int batch, int batches) {
      listener.batchDone(epoch, batch, batches);
    }

    @Override
    public void epochDone(EpochResult result) {
      own.record(result);
      Metrics.counter("yuyin.training.epochs").increment();
      Metrics.counter("yuyin.training.pairs").increment(result.pairsPerSecond() * result.seconds());
      Metrics.counter("yuyin.training.seconds").increment(result.seconds());
      listener.epochDone(result);
    }
  }
}
