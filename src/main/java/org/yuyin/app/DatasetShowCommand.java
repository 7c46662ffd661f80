package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dataset show NAME}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show what a dataset holds and where it came from.")
final class DatasetShowCommand implements Runnable {
  @Parameters(paramLabel = "NAME", description = "A dataset, or NAME@VERSION for an older version.")
  private String name = "";

  @Mixin private StudioOptions options = new StudioOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    try (var studio = Studio.open(options)) {
      var info = studio.datasets().find(name);
      Output.of(spec)
          .print(json ? DatasetText.json(info).encodePrettily() : DatasetText.show(info));
    }
  }
}
