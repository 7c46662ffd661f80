package org.yuyin.web.page;

import java.util.Optional;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.Metric;
import org.yuyin.training.RunCard;

/**
 * A run in a list.
 *
 * @param run the run
 * @param evaluation on the test split, once it was evaluated
 * @param serves whether its model recommends now
 */
public record RunLine(RunCard run, Optional<Evaluation> evaluation, boolean serves) {
  /** Recall@10 of videos asking for music, 0 to 1. */
  public Optional<Double> recall() {
    return evaluation.map(found -> found.videoToMusic().value(Metric.RECALL_AT_10));
  }

  /** What guessing gives for {@link #recall}. */
  public Optional<Double> random() {
    return evaluation.map(found -> found.videoToMusic().random(Metric.RECALL_AT_10));
  }

  /** Style of the state's mark. */
  public String stateStyle() {
    if (run.silent()) {
      return "warn";
    }
    return switch (run.state()) {
      case "finished" -> "good";
      case "running", "stopping", "queued" -> "live";
      case "failed", "lost" -> "bad";
      default -> "";
    };
  }

  /** The state that is told: that of the run, unless nobody has heard of it. */
  public String state() {
    return run.silent() ? "silent" : run.state();
  }
}
