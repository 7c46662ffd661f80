package org.yuyin.app;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuyin.storage.InputException;
import org.yuyin.web.Proxies;
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

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      description =
          "A proxy that may say with X-Forwarded-For and X-Forwarded-Proto where a request came"
              + " from; can be given several times.")
  private Set<String> proxies = Set.of();

  @Override
  public void run() {
    var settings = WebSettings.at(host, port).behind(new Proxies(proxies));
    try (var stop = new StopOnInterrupt(() -> {});
        var studio = Studio.open(options)) {
      if (!settings.local()) {
        requireOwner(studio);
      }
      Serving.until(stop, studio, settings, Output.of(spec));
    }
  }

  private void requireOwner(Studio studio) {
    if (!studio.accounts().users().any().await()) {
      throw new InputException(
          "there are no accounts, so only this machine is served and not %s; make an owner first:"
                  .formatted(host)
              + " scripts/yuyin users add NAME --role owner");
    }
  }
}
