package org.yuyin.app;

import org.jspecify.annotations.Nullable;
import org.yuyin.dataset.synthetic.SyntheticDataset;
import org.yuyin.dataset.synthetic.SyntheticSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dataset synthetic --pairs N --seed S --name NAME}. */
@Command(
    name = "synthetic",
    mixinStandardHelpOptions = true,
    description = {
      "Make up a dataset of features with the paper's widths, categories and splits and a known"
          + " structure, to try methods at any size.",
      "What is learned on it says how a method works, not how well it serves real ads."
    })
final class DatasetSyntheticCommand implements Runnable {
  @Option(names = "--name", required = true, description = "What to call the dataset.")
  private String name = "";

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "98071",
      description = "How many pairs (default: ${DEFAULT-VALUE}, the paper's).")
  private int pairs;

  @Option(names = "--seed", defaultValue = "0", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--agreement",
      paramLabel = "R",
      defaultValue = "0.5",
      description =
          "Correlation of what pictures and music have in common, 0 to 1"
              + " (default: ${DEFAULT-VALUE}).")
  private double agreement;

  @Option(
      names = "--emotion",
      paramLabel = "X",
      defaultValue = "1",
      description =
          "How strongly pictures show the mood that only the emotion feature carries; 0 makes that"
              + " feature useless (default: ${DEFAULT-VALUE}).")
  private double emotion;

  @Option(
      names = "--category",
      paramLabel = "X",
      defaultValue = "0.5",
      description = "How far categories lie apart; 0: not at all (default: ${DEFAULT-VALUE}).")
  private double category;

  @Option(
      names = "--gaussian",
      description = "Leave every column a linear mixture of normal factors.")
  private boolean gaussian;

  @Mixin private StudioOptions options = new StudioOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    var settings = new SyntheticSettings(pairs, seed, agreement, emotion, category, gaussian);
    try (var studio = Studio.open(options)) {
      var info = studio.datasets().keep(SyntheticDataset.of(name, settings));
      Output.of(spec)
          .print(json ? DatasetText.json(info).encodePrettily() : DatasetText.summary(info));
    }
  }
}
