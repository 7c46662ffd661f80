package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import org.yuyin.operations.DatasetDeletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dataset delete NAME@VERSION}. */
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    description =
        "Delete a dataset for good, with every run that learned from it, its checkpoints and"
            + " results.")
final class DatasetDeleteCommand implements Runnable {
  @Parameters(
      paramLabel = "NAME@VERSION",
      description = "Without a version: the newest one of that name.")
  private String name = "";

  @Mixin private StudioOptions options = new StudioOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    try (var studio = Studio.open(options)) {
      var info = studio.datasets().find(name);
      var runs = new DatasetDeletion(studio.database().pool(), studio.folder()).delete(info).size();
      Output.of(spec).print("deleted %s; runs that went with it: %d".formatted(info.label(), runs));
    }
  }
}
