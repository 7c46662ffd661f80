package org.yuyin.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.yuyin.evaluation.table.Comparison;
import org.yuyin.evaluation.table.TableFormat;
import org.yuyin.storage.AtomicFile;
import org.yuyin.storage.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin experiment table2 | table3 | table4}. */
@Command(
    name = "experiment",
    mixinStandardHelpOptions = true,
    description = {
      "Make a table of the paper on a dataset: train what is missing, evaluate both ways, compare.",
      "Stopped or killed, the same command goes on."
    })
final class ExperimentCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Parameters(paramLabel = "TABLE", description = "table2, table3 or table4.")
  private PaperTable table = PaperTable.TABLE2;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      required = true,
      description = "Name, or NAME@VERSION.")
  private String dataset = "";

  @Option(names = "--seed", defaultValue = "0", description = "First seed (default: 0).")
  private long seed;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many seeds (default: ${DEFAULT-VALUE}).")
  private int seeds = 3;

  @Option(
      names = "--folds",
      paramLabel = "K",
      description =
          "Cross-validation, grouped by track and stratified by category; without it the"
              + " dataset's own test split.")
  private @Nullable Integer folds;

  @Option(
      names = "--folds-file",
      paramLabel = "FILE.csv",
      description = "Cross-validation with these folds.")
  private @Nullable Path foldsFile;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting, for every method that has it; see: methods.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write the table there, as text, CSV, JSON, Markdown and LaTeX.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (seeds < 1) {
      throw new InputException("--seeds must be at least 1, got " + seeds);
    }
    var console = new TrainingConsole(Objects.requireNonNull(spec).commandLine().getErr());
    try (var studio = Studio.open(options);
        var stop = new StopOnInterrupt(() -> console.say("stopping after this batch ..."))) {
      var desk = new TrainingDesk(studio, stop, console);
      var info = studio.datasets().find(dataset);
      var experiment =
          new PaperTableExperiment(
              desk,
              info,
              studio.datasets().open(info),
              new Folding(folds, foldsFile),
              LongStream.range(seed, seed + seeds).boxed().toList());
      var comparison = experiment.run(table, set);
      if (comparison.isEmpty()) {
        console.say("stopped; give the same command to continue");
        return Main.FAILED;
      }
      report(comparison.get());
      return Main.DONE;
    }
  }

  private void report(Comparison comparison) {
    var name = table.name().toLowerCase(Locale.ROOT);
    var extension = json ? "json" : "txt";
    for (var format : TableFormat.all()) {
      var text = format.write(comparison);
      if (out != null) {
        AtomicFile.writeString(out.resolve(name + "." + format.extension()), text);
      }
      if (format.extension().equals(extension)) {
        Output.of(spec).print(text);
      }
    }
  }
}
