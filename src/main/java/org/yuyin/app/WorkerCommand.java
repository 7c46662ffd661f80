package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--port",
      description = "Answer /health and /metrics there, to this machine only (default: nowhere).")
  private @Nullable Integer port;

  @Override
  public void run() {
    try (var stop = new StopOnInterrupt(() -> {});
        var studio = Studio.open(options);
        var workers = Workers.start(studio);
        var watched = port == null ? null : WorkerServer.start(studio, workers, port)) {
      if (watched != null) {
        Output.of(spec).print("health and metrics are at " + watched.url());
      }
      Output.of(spec).print("working the queue off (Ctrl-C stops after what is under way)");
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
