package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import org.jspecify.annotations.Nullable;
import org.yuyin.evaluation.TextTable;
import org.yuyin.storage.InputException;
import org.yuyin.training.RunView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code yuyin runs list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List the newest trainings.")
final class RunsListCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int top = 50;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    if (top < 1) {
      throw new InputException("--top must be at least 1, got " + top);
    }
    try (var studio = Studio.open(options)) {
      var runs = new RunView(studio.database().pool()).newest(top, 0).await();
      if (json) {
        Output.of(spec)
            .print(new JsonArray(runs.stream().map(RunText::json).toList()).encodePrettily());
      } else if (runs.isEmpty()) {
        Output.of(spec).print("Nothing was trained yet; begin with: train --dataset NAME");
      } else {
        var table =
            new TextTable("run", "state", "method", "dataset", "seed", "epochs", "best loss")
                .words(1, 2, 3);
        for (var run : runs) {
          table.add(
              Long.toString(run.id()),
              RunText.state(run),
              RunText.what(run),
              RunText.dataset(run),
              Long.toString(run.seed()),
              Integer.toString(run.epochs()),
              RunText.loss(run));
        }
        Output.of(spec).print(table.toString());
      }
    }
  }
}
