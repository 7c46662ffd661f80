package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import org.jspecify.annotations.Nullable;
import org.yuyin.dataset.DatasetRepository;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dataset list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List every version.")
final class DatasetListCommand implements Runnable {
  @Mixin private StudioOptions options = new StudioOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    try (var studio = Studio.open(options)) {
      var datasets = new DatasetRepository(studio.database().pool()).list().await();
      var out = Output.of(spec);
      if (json) {
        out.print(
            new JsonArray(datasets.stream().map(DatasetText::json).toList()).encodePrettily());
      } else {
        out.print(DatasetText.list(datasets));
      }
    }
  }
}
