package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.synthetic.SyntheticDataset;
import org.yuyin.dataset.synthetic.SyntheticSettings;
import org.yuyin.evaluation.TextTable;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.storage.InputException;
import org.yuyin.training.DeviceChoice;
import org.yuyin.training.TrainingBench;
import org.yuyin.training.TrainingBench.Speed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench train}: how fast training is. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Measure how fast methods learn on this machine.",
    footer = {
      "",
      "Made-up pairs of the paper's widths go through the real training loop; nothing is stored.",
      "Right only on an idle machine."
    })
final class BenchTrainCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description = "May be repeated (default: yuyin).")
  private List<String> names = List.of();

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "12000",
      description = "Pairs in memory (default: ${DEFAULT-VALUE}).")
  private int pairs;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "3",
      description = "Epochs measured, after one that warms up (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting, for every method that has it; see: methods.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** A method and how fast it is. */
  private record Row(String method, Speed speed) {}

  @Override
  public Integer call() {
    if (epochs < 1) {
      throw new InputException("--epochs must be at least 1, got " + epochs);
    }
    var recipes = recipes();
    var device = DeviceChoice.best();
    Objects.requireNonNull(spec).commandLine().getErr().println("computing on " + device);
    var bench = new TrainingBench(device, epochs);
    var rows = new ArrayList<Row>();
    try (var progress = new ProgressLine("measuring")) {
      progress.at(0, recipes.size());
      var snapshot = snapshot();
      for (var recipe : recipes) {
        rows.add(new Row(recipe.method().name(), bench.measure(recipe, snapshot)));
        progress.at(rows.size(), recipes.size());
      }
    }
    Output.of(spec).print(json ? json(rows).encodePrettily() : table(rows, device));
    return Main.DONE;
  }

  private List<Recipe<?>> recipes() {
    var recipes = new ArrayList<Recipe<?>>();
    for (var name : names.isEmpty() ? List.of("yuyin") : names) {
      var method = Methods.standard().named(name);
      var own = new LinkedHashMap<String, String>();
      own.put("batch", "1024"); // the paper's, however few the pairs
      own.put("epochs", "100000"); // the bench ends it
      own.putAll(set);
      own.keySet().retainAll(Recipe.of(method, Map.of()).asMap().keySet());
      recipes.add(Recipe.of(method, own));
    }
    return recipes;
  }

  private Snapshot snapshot() {
    var settings = new SyntheticSettings(pairs, 0, 0.5, 1, 0.5, true);
    return SyntheticDataset.snapshot("bench", settings, SyntheticDataset.PAPER_WIDTHS);
  }

  private static String table(List<Row> rows, DeviceChoice device) {
    var table =
        new TextTable(
            "method", "weights", "batch", "pairs/s", "MFLOP/pair", "GFLOP/s", "products", "ratio");
    for (var row : rows) {
      var speed = row.speed();
      table.add(
          row.method(),
          "%,d".formatted(speed.weights()),
          "%,d".formatted(speed.batch()),
          "%,.0f".formatted(speed.pairsPerSecond()),
          number(speed.flopPerPair() / 1e6),
          number(speed.gigaflops()),
          number(speed.productGigaflops()),
          "%.2f".formatted(speed.ratio()));
    }
    return """
    %s
    On %s. MFLOP/pair: of the matrix products, forward and back. GFLOP/s: of these while
    training; products: of the same ones alone, without reading, loss and Adam; ratio: of the two."""
        .formatted(table, device);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static JsonArray json(List<Row> rows) {
    var all = new JsonArray();
    for (var row : rows) {
      var speed = row.speed();
      all.add(
          new JsonObject()
              .put("method", row.method())
              .put("weights", speed.weights())
              .put("batch", speed.batch())
              .put("pairsPerSecond", speed.pairsPerSecond())
              .put("flopPerPair", speed.flopPerPair())
              .put("gigaflops", speed.gigaflops())
              .put("productGigaflops", speed.productGigaflops())
              .put("ratio", speed.ratio()));
    }
    return all;
  }
}
