package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yuyin.dataset.DatasetBuilder;
import org.yuyin.dataset.DatasetRequest;
import org.yuyin.feature.Modality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dataset create NAME}. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = {
      "Make a dataset of the ads that were taken in and passed the filter.",
      "Features that are missing are extracted first; stopped and started again, it goes on. The"
          + " same ads again change nothing; other ads are the next version."
    })
final class DatasetCreateCommand implements Runnable {
  @Parameters(paramLabel = "NAME", description = "What to call the dataset.")
  private String name = "";

  @Option(
      names = "--collection",
      paramLabel = "C",
      description = "Whose ads (default: the collection of the dataset's name).")
  private @Nullable String collection;

  @Option(
      names = "--extractor",
      paramLabel = "MODALITY=NAME",
      description =
          "Another extractor than the strongest that can be used here, such as"
              + " video=colour-motion.")
  private Map<Modality, String> chosen = new TreeMap<>();

  @Option(
      names = "--seed",
      defaultValue = "0",
      description = "Decides the splits of ads that bring none (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--verdicts",
      description =
          "Learn from reviews too: what was accepted becomes further training pairs, what was"
              + " rejected is noted.")
  private boolean verdicts;

  @Mixin private StudioOptions options = new StudioOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    var err = Objects.requireNonNull(spec).commandLine().getErr();
    try (var stop = new StopOnInterrupt(() -> err.println("stopping ..."));
        var studio = Studio.open(options);
        var progress = new ProgressLine("extracting features")) {
      var request =
          new DatasetRequest(name, collection == null ? name : collection, chosen, seed, verdicts);
      var order = DatasetMaking.order(studio, request);
      var built =
          stop.duringInterruptible(
              () ->
                  DatasetMaking.builder(studio)
                      .build(order, now -> progress.at(now.done(), now.total())));
      progress.close();
      Output.of(spec).print(json ? json(built) : text(built));
    }
  }

  private static String json(DatasetBuilder.Built built) {
    return DatasetText.json(built.dataset())
        .put("extractedVectors", built.extraction().vectors())
        .put("leftOut", new JsonArray(built.leftOut()))
        .encodePrettily();
  }

  private static String text(DatasetBuilder.Built built) {
    var text = new StringBuilder(DatasetText.summary(built.dataset()));
    DatasetMaking.failures(built)
        .forEach(failure -> text.append("left out: %s%n".formatted(failure)));
    return text.toString();
  }
}
