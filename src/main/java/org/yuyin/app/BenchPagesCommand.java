package org.yuyin.app;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yuyin.catalogue.AdFilter;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.catalogue.MusicView;
import org.yuyin.catalogue.TrackQuery;
import org.yuyin.evaluation.TextTable;
import org.yuyin.storage.InputException;
import org.yuyin.web.WebSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench pages}: how fast the pages are over a large catalogue. */
@Command(
    name = "pages",
    mixinStandardHelpOptions = true,
    description = "Measure how fast the pages are over a large catalogue.",
    footer = {
      "",
      "A made-up catalogue without media is written into a database of its own in a",
      "temporary folder, served, measured and deleted. Right only on an idle machine."
    })
final class BenchPagesCommand implements Callable<Integer> {
  private static final int ANY_FREE_PORT = 0;
  private static final int FEWEST_ADS = 100;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--ads",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Ads in the catalogue, at least 100 (default: ${DEFAULT-VALUE}).")
  private int ads;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "20",
      description = "How often each page is asked for (default: ${DEFAULT-VALUE}).")
  private int times;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (ads < FEWEST_ADS || times < 1) {
      throw new InputException(
          "--ads must be at least %d and --times at least 1, got %d and %d"
              .formatted(FEWEST_ADS, ads, times));
    }
    try (var progress = new ProgressLine("measuring")) {
      progress.say("making a catalogue of %,d ads".formatted(ads));
      try (var catalogue = BenchCatalogue.of(ads);
          var server =
              StudioServer.start(
                  catalogue.studio(), WebSettings.at(WebSettings.LOCAL_HOST, ANY_FREE_PORT))) {
        Output.of(spec).print(table(measure(server.url(), pages(catalogue.studio()), progress)));
      }
    }
    return Main.DONE;
  }

  private static Map<String, String> pages(Studio studio) {
    var pool = studio.database().pool();
    long ads = new CatalogueView(pool).count(AdFilter.all()).await();
    long tracks = new MusicView(pool).count(TrackQuery.all()).await();
    return PageBench.pages(ads, tracks);
  }

  private TextTable measure(String server, Map<String, String> pages, ProgressLine progress)
      throws IOException, InterruptedException {
    var bench = new PageBench(server, times);
    var table = new TextTable("page", "address", "status", "median ms", "p95 ms").words(1);
    int done = 0;
    for (var page : pages.entrySet()) {
      progress.at(done++, pages.size());
      var speed = bench.measure(page.getValue());
      table.add(
          page.getKey(),
          page.getValue(),
          String.valueOf(speed.status()),
          "%.0f".formatted(speed.median()),
          "%.0f".formatted(speed.p95()));
    }
    return table;
  }

  private String table(TextTable speeds) {
    return """
    %s
    %,d ads; each page asked for %d times, one after the other, after one time to warm up."""
        .formatted(speeds, ads, times);
  }
}
