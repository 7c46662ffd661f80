package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code yuyin worker}. */
@Command(
    name = "worker",
    mixinStandardHelpOptions = true,
    description = {
      "Work the queue off without serving pages: trainings and other jobs that were asked for in"
          + " the browser.",
      "Several workers may share one database and data folder; no job is done twice."
    })
final class WorkerCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Override
  public void run() {
    try (var stop = new StopOnInterrupt(() -> {});
        var studio = Studio.open(options);
        var _ = Workers.start(studio)) {
      Output.of(spec).print("working the queue off (Ctrl-C stops after what is under way)");
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
