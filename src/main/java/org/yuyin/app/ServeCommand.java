package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import org.yuyin.storage.InputException;
import org.yuyin.web.WebSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code yuyin serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serve the pages and the REST interface.")
final class ServeCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Option(names = "--port", defaultValue = "8080", description = "Default: ${DEFAULT-VALUE}.")
  private int port = WebSettings.USUAL_PORT;

  @Option(
      names = "--host",
      defaultValue = WebSettings.LOCAL_HOST,
      description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
  private String host = WebSettings.LOCAL_HOST;

  @Override
  public void run() {
    if (!host.startsWith("127.") && !host.equals("localhost") && !host.equals("::1")) {
      throw new InputException(
          "there are no accounts yet, so only this machine is served; put a proxy that asks for a"
              + " password before it instead of --host "
              + host);
    }
    try (var stop = new StopOnInterrupt(() -> {});
        var studio = Studio.open(options)) {
      Serving.until(stop, studio, WebSettings.at(host, port), Output.of(spec));
    }
  }
}
