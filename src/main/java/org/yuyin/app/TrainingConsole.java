package org.yuyin.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.yuyin.training.Course;
import org.yuyin.training.EpochResult;
import org.yuyin.training.TrainingListener;

/** Tells on standard error how a training goes: a line for every epoch, and within long ones. */
final class TrainingConsole implements TrainingListener {
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final PrintWriter err;
  private long toldAt = System.nanoTime();

  TrainingConsole(PrintWriter err) {
    this.err = err;
  }

  /** A line. */
  void say(String line) {
    err.println(line);
    err.flush();
    toldAt = System.nanoTime();
  }

  @Override
  public void started(Course course, int epochsDone) {
    say(course.toString());
    if (epochsDone > 0) {
      say("continues after epoch " + epochsDone);
    }
  }

  @Override
  public void batchDone(int epoch, int batch, int batches) {
    if (System.nanoTime() - toldAt > SILENCE.toNanos()) {
      say("epoch %3d   batch %d of %d".formatted(epoch, batch, batches));
    }
  }

  @Override
  public void epochDone(EpochResult result) {
    var recall = result.parts().get(RecallProbe.VIDEO_TO_MUSIC);
    say(
        String.format(
            Locale.ROOT,
            "epoch %3d   loss %.4f   evaluation %.4f%s   %,.0f pairs/s%s",
            result.epoch(),
            result.trainLoss(),
            result.evaluationLoss(),
            recall == null ? "" : "   R@10 %.1f %%".formatted(100 * recall),
            result.pairsPerSecond(),
            result.best() ? "   best so far" : ""));
  }
}
