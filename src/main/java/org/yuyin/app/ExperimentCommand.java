package org.yuyin.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.yuyin.evaluation.figure.FigureFiles;
import org.yuyin.evaluation.table.Comparison;
import org.yuyin.evaluation.table.PaperTable;
import org.yuyin.evaluation.table.TableFormat;
import org.yuyin.storage.AtomicFile;
import org.yuyin.storage.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yuyin experiment table2 | table3 | table4 | figures}. */
@Command(
    name = "experiment",
    mixinStandardHelpOptions = true,
    description = {
      "Make a table or the figures of the paper on a dataset: train what is missing, evaluate both"
          + " ways, compare.",
      "Stopped or killed, the same command goes on."
    })
final class ExperimentCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Parameters(paramLabel = "WHAT", description = "table2, table3, table4 or figures.")
  private What what = What.FIGURES;

  /** What is made. */
  enum What {
    TABLE2,
    TABLE3,
    TABLE4,
    FIGURES
  }

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
      names = "--method",
      paramLabel = "NAME",
      description = "Only this method's lines of a table, and YuYin's; may be repeated.")
  private List<String> methods = List.of();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting, for every method that has it; see: methods.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Also write a table there, as text, CSV, JSON, Markdown and LaTeX; figures, which always"
              + " need it, as PNG, SVG, CSV and JSON.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (seeds < 1) {
      throw new InputException("--seeds must be at least 1, got " + seeds);
    }
    var console = new TrainingConsole(Objects.requireNonNull(spec).commandLine().getErr());
    try (var stop = new StopOnInterrupt(() -> console.say("stopping after this batch ..."));
        var studio = Studio.open(options)) {
      var desk = new TrainingDesk(studio, stop, console);
      var info = studio.datasets().find(dataset);
      var snapshot = studio.datasets().open(info);
      boolean done =
          what == What.FIGURES
              ? figures(new FiguresExperiment(desk, info, snapshot, seed, set))
              : table(new PaperTableExperiment(desk, info, snapshot, folding(), allSeeds()));
      if (!done) {
        console.say("stopped; give the same command to continue");
      }
      return done ? Main.DONE : Main.FAILED;
    }
  }

  private Folding folding() {
    return new Folding(folds, foldsFile);
  }

  private List<Long> allSeeds() {
    return LongStream.range(seed, seed + seeds).boxed().toList();
  }

  private boolean table(PaperTableExperiment experiment) {
    var table = PaperTable.valueOf(what.name());
    var comparison = experiment.run(table, new LinkedHashSet<>(methods), set);
    comparison.ifPresent(this::report);
    return comparison.isPresent();
  }

  private boolean figures(FiguresExperiment experiment) {
    if (out == null) {
      throw new InputException("where should the figures go? give --out DIR");
    }
    var folder = out;
    var panels = experiment.run();
    panels.ifPresent(
        all -> {
          all.forEach(panel -> FigureFiles.write(panel, folder));
          Output.of(spec).print(json ? FigureText.json(all) : FigureText.plain(all, folder));
        });
    return panels.isPresent();
  }

  private void report(Comparison comparison) {
    var name = what.name().toLowerCase(Locale.ROOT);
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
