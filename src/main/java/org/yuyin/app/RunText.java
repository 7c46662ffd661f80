package org.yuyin.app;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.yuyin.training.RunCard;

/** Runs as people and programs read them. */
final class RunText {
  private RunText() {}

  /** A run that says that it runs but has given no sign of life is lost. */
  static String state(RunCard run) {
    return run.silent() ? "lost" : run.state();
  }

  static String what(RunCard run) {
    var fold =
        run.fold().map(it -> ", fold %d of %d".formatted(it + 1, run.folds().orElse(0))).orElse("");
    return run.method() + fold + (run.shuffled() ? ", shuffled pairs" : "");
  }

  static String dataset(RunCard run) {
    return "%s@%d%s"
        .formatted(run.dataset(), run.datasetVersion(), run.synthetic() ? " (synthetic)" : "");
  }

  static String loss(RunCard run) {
    return run.bestLoss().map(it -> String.format(Locale.ROOT, "%.4f", it)).orElse("");
  }

  static JsonObject json(RunCard run) {
    return JsonObject.of("run", run.id()).mergeIn(run.toJson()).put("state", state(run));
  }
}
