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
    return new JsonObject()
        .put("run", run.id())
        .put("dataset", run.dataset() + "@" + run.datasetVersion())
        .put("synthetic", run.synthetic())
        .put("method", run.method())
        .put("settings", run.settings())
        .put("seed", run.seed())
        .put("fold", run.fold().orElse(null))
        .put("folds", run.folds().orElse(null))
        .put("shuffled", run.shuffled())
        .put("state", state(run))
        .put("device", run.device().orElse(null))
        .put("codeVersion", run.codeVersion())
        .put("bestEpoch", run.bestEpoch().orElse(null))
        .put("bestLoss", run.bestLoss().orElse(null))
        .put("epochs", run.epochs())
        .put("error", run.error().orElse(null));
  }
}
