package org.yuyin.web.page;

import java.util.Optional;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.Metric;
import org.yuyin.evaluation.compare.RunGroup;
import org.yuyin.training.RunCard;

/**
 * A run in a list.
 *
 * @param run the run
 * @param recall Recall@10 of videos asking for music on the test split, 0 to 1
 * @param random what guessing gives for it
 * @param serves whether its model recommends now
 */
public record RunLine(
    RunCard run, Optional<Double> recall, Optional<Double> random, boolean serves) {
  /** A run with its evaluation on the test split, once it was evaluated. */
  static RunLine of(RunCard run, Optional<Evaluation> evaluation, boolean serves) {
    var there = evaluation.map(Evaluation::videoToMusic);
    return new RunLine(
        run,
        there.map(found -> found.value(Metric.RECALL_AT_10)),
        there.map(found -> found.random(Metric.RECALL_AT_10)),
        serves);
  }

  /** A run of a group. */
  static RunLine of(RunGroup.Member member, Optional<Long> serving) {
    return new RunLine(
        member.run(),
        member.recall(),
        member.random(),
        serving.filter(now -> now == member.run().id()).isPresent());
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
