package org.yuyin.evaluation.table;

import java.util.ArrayList;
import java.util.List;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.TextTable;

/** Columns of text, as a terminal shows them. */
final class PlainFormat implements TableFormat {
  @Override
  public String extension() {
    return "txt";
  }

  @Override
  public String write(Comparison comparison) {
    var cells = new Cells(comparison);
    var text = new StringBuilder(comparison.title()).append('\n');
    text.append(comparison.setting().sentence()).append('\n');
    for (var direction : Direction.values()) {
      var table = new TextTable(row(Cells.title(direction), cells.titles()));
      table.add(row("random", cells.random(direction)));
      for (var line : comparison.lines()) {
        table.add(row(line.label(), cells.values(line, direction, (value, best) -> value)));
      }
      text.append('\n').append(table);
    }
    return text.append('\n').append(cells.legend()).append('\n').toString();
  }

  private static List<String> row(String first, List<String> rest) {
    var row = new ArrayList<String>(List.of(first));
    row.addAll(rest);
    return row;
  }
}
