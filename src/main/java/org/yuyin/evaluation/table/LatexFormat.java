package org.yuyin.evaluation.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yuyin.evaluation.Direction;

/** A {@code tabular} for a paper, wants the package {@code booktabs}; the best in bold. */
final class LatexFormat implements TableFormat {
  @Override
  public String extension() {
    return "tex";
  }

  @Override
  public String write(Comparison comparison) {
    var cells = new Cells(comparison);
    var text = new StringBuilder("% ").append(comparison.setting().sentence()).append('\n');
    text.append("\\begin{table}\n\\centering\n");
    text.append(
        "\\caption{%s. %s %s}%n"
            .formatted(
                escaped(comparison.title()),
                escaped(comparison.setting().sentence()),
                escaped(cells.legend())));
    text.append("\\begin{tabular}{l").append("r".repeat(comparison.metrics().size())).append("}\n");
    for (var direction : Direction.values()) {
      text.append(direction == Direction.VIDEO_TO_MUSIC ? "\\toprule\n" : "\\midrule\n");
      text.append(row(Cells.title(direction), cells.titles()));
      text.append("\\midrule\n").append(row("Random", cells.random(direction)));
      for (var line : comparison.lines()) {
        text.append(row(line.label(), cells.values(line, direction, LatexFormat::bold)));
      }
    }
    return text.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n").toString();
  }

  private static String bold(String value, boolean best) {
    return best ? "\\textbf{%s}".formatted(value) : value;
  }

  private static String row(String first, List<String> rest) {
    return Stream.concat(Stream.of(first), rest.stream())
        .map(LatexFormat::escaped)
        .collect(Collectors.joining(" & ", "", " \\\\\n"));
  }

  private static String escaped(String text) {
    return text.replaceAll("(?<!\\\\)([%&#_$])", "\\\\$1")
        .replace("±", "$\\pm$")
        .replace("*", "$^*$");
  }
}
