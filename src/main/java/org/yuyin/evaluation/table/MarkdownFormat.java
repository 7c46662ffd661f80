package org.yuyin.evaluation.table;

import java.util.List;
import org.yuyin.evaluation.Direction;

/** A table for a README or a wiki, the best of each column in bold. */
final class MarkdownFormat implements TableFormat {
  @Override
  public String extension() {
    return "md";
  }

  @Override
  public String write(Comparison comparison) {
    var cells = new Cells(comparison);
    var text = new StringBuilder("**%s.** ".formatted(comparison.title()));
    text.append(comparison.setting().sentence()).append('\n');
    for (var direction : Direction.values()) {
      text.append('\n').append(row(Cells.title(direction), cells.titles()));
      text.append("|---|").append("---:|".repeat(comparison.metrics().size())).append('\n');
      text.append(row("random", cells.random(direction)));
      for (var line : comparison.lines()) {
        text.append(row(line.label(), cells.values(line, direction, MarkdownFormat::bold)));
      }
    }
    return text.append('\n').append(cells.legend().replace("*", "\\*")).append('\n').toString();
  }

  private static String bold(String value, boolean best) {
    var escaped = value.replace("*", "\\*");
    return best ? "**" + escaped + "**" : escaped;
  }

  private static String row(String first, List<String> rest) {
    return "| %s | %s |%n".formatted(first, String.join(" | ", rest));
  }
}
