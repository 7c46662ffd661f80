package org.yuyin.evaluation.compare;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.yuyin.evaluation.Direction;

/** Writes compared runs as files. */
public enum ComparisonFile {
  /** A line for each number, for programs; shares in [0, 1]. */
  CSV("csv", "text/csv; charset=utf-8") {
    @Override
    public String write(ComparedRuns runs) {
      var text = new StringWriter();
      try (var csv =
          new CSVPrinter(text, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
        csv.printRecord("line", "runs", "quantity", "mean", "deviation", "random");
        for (var line : runs.lines()) {
          for (var quantity : runs.quantities()) {
            var value = line.value(quantity);
            if (value.isPresent()) {
              var random = Optional.ofNullable(line.random().get(quantity.key()));
              csv.printRecord(
                  line.label(),
                  line.group().members().size(),
                  quantity.key(),
                  value.get().value(),
                  text(value.get().deviation().stream().boxed().findFirst()),
                  text(random.map(RunGroup.Mean::value)));
            }
          }
          for (var setting : runs.settings()) {
            csv.printRecord(
                line.label(),
                line.group().members().size(),
                "setting " + setting,
                line.setting(setting),
                "",
                "");
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return text.toString();
    }
  },
  /** A table, the best of each row in bold. */
  MARKDOWN("md", "text/markdown; charset=utf-8") {
    @Override
    public String write(ComparedRuns runs) {
      var rows = rows(runs, value -> "**" + value + "**");
      var text = new StringBuilder(markdown(rows.getFirst()));
      text.append("|---|").append("---:|".repeat(runs.lines().size())).append('\n');
      rows.stream().skip(1).forEach(row -> text.append(markdown(row)));
      return text.toString();
    }
  },
  /** A {@code tabular}, wants the package {@code booktabs}; the best of each row in bold. */
  LATEX("tex", "application/x-tex; charset=utf-8") {
    @Override
    public String write(ComparedRuns runs) {
      var rows = rows(runs, "\\textbf{%s}"::formatted);
      return rows.stream()
          .map(ComparisonFile::latex)
          .collect(
              Collectors.joining(
                  "",
                  "\\begin{tabular}{l%s}%n\\toprule%n".formatted("r".repeat(runs.lines().size())),
                  "\\bottomrule\n\\end{tabular}\n"));
    }
  };

  private final String extension;
  private final String type;

  ComparisonFile(String extension, String type) {
    this.extension = extension;
    this.type = type;
  }

  /** Ending of its files. */
  public String extension() {
    return extension;
  }

  /** Media type. */
  public String type() {
    return type;
  }

  /** The whole file. */
  public abstract String write(ComparedRuns runs);

  /** The format of an ending. */
  public static Optional<ComparisonFile> of(String extension) {
    return Arrays.stream(values()).filter(it -> it.extension.equals(extension)).findFirst();
  }

  private static List<List<String>> rows(
      ComparedRuns runs, java.util.function.UnaryOperator<String> bold) {
    var rows = new ArrayList<List<String>>();
    rows.add(row("", runs, ComparedRuns.Line::label));
    for (var quantity : runs.quantities()) {
      rows.add(
          row(
              title(quantity),
              runs,
              line -> {
                var shown = line.value(quantity).map(it -> shown(quantity.kind(), it)).orElse("–");
                return runs.isBest(line, quantity) ? bold.apply(shown) : shown;
              }));
    }
    runs.settings().stream()
        .filter(runs::differs)
        .forEach(setting -> rows.add(row(setting, runs, line -> line.setting(setting))));
    return rows;
  }

  private static List<String> row(
      String title,
      ComparedRuns runs,
      java.util.function.Function<ComparedRuns.Line, String> cell) {
    var row = new ArrayList<String>(List.of(title));
    runs.lines().forEach(line -> row.add(cell.apply(line)));
    return row;
  }

  private static String title(Quantity quantity) {
    var words = quantity.label().replace('-', ' ');
    return quantity
        .direction()
        .map(way -> way == Direction.VIDEO_TO_MUSIC ? "video to music " : "music to video ")
        .map(way -> way + words)
        .orElse(words);
  }

  private static String shown(Quantity.Kind kind, RunGroup.Mean mean) {
    var value = shown(kind, mean.value());
    return mean.deviation().isPresent()
        ? value + "±" + shown(kind, mean.deviation().getAsDouble())
        : value;
  }

  private static String shown(Quantity.Kind kind, double value) {
    return switch (kind) {
      case COUNT, PLACE, SECONDS -> "%.1f".formatted(value);
      case LOSS -> "%.4f".formatted(value);
      case SHARE -> "%.1f".formatted(100 * value);
    };
  }

  private static String text(Optional<Double> number) {
    return number.map(it -> Double.toString(it)).orElse("");
  }

  private static String markdown(List<String> row) {
    return "| %s |%n".formatted(String.join(" | ", row));
  }

  private static String latex(List<String> row) {
    return row.stream()
        .map(cell -> cell.replaceAll("(?<!\\\\)([%&#_$])", "\\\\$1").replace("±", "$\\pm$"))
        .collect(Collectors.joining(" & ", "", " \\\\\n"));
  }
}
