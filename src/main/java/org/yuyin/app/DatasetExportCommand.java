package org.yuyin.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dataset export NAME DIR}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write a dataset as a folder that import takes.")
final class DatasetExportCommand implements Runnable {
  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "A dataset, or NAME@VERSION for an older version.")
  private String name = "";

  @Parameters(index = "1", paramLabel = "DIR", description = "A new or empty folder.")
  private Path target = Path.of("");

  @Mixin private StudioOptions options = new StudioOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    try (var studio = Studio.open(options)) {
      var info = studio.datasets().find(name);
      studio.datasets().export(info, target);
      Output.of(spec).print("%s is in %s".formatted(info.label(), target));
    }
  }
}
