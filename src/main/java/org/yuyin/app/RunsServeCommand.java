package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import org.yuyin.retrieval.ServingRepository;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin runs serve RUN}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Let the model of a finished run recommend from now on.")
final class RunsServeCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Parameters(paramLabel = "RUN", description = "Its number.")
  private long id;

  @Override
  public void run() {
    try (var studio = Studio.open(options)) {
      new ServingRepository(studio.database().pool()).put(id).await();
      Output.of(spec).print("Run %d is in service.".formatted(id));
    }
  }
}
