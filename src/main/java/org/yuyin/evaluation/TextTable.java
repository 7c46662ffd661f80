package org.yuyin.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table in plain text: columns as wide as their widest cell, the first to the left, the others to
 * the right, unless they hold words. Chinese characters take two places, as terminals draw them.
 */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final Set<Integer> left = new HashSet<>(Set.of(0));

  /** Starts with the titles of the columns. */
  public TextTable(List<String> titles) {
    rows.add(List.copyOf(titles));
  }

  /** Starts with the titles of the columns. */
  public TextTable(String... titles) {
    this(List.of(titles));
  }

  /** Sets these columns, counted from 0, to the left: those that hold words. */
  public TextTable words(Integer... columns) {
    left.addAll(List.of(columns));
    return this;
  }

  /** Adds a row; it must have as many cells as there are titles. */
  public TextTable add(List<String> cells) {
    if (cells.size() != rows.getFirst().size()) {
      throw new IllegalArgumentException(
          "a row has %d cells, the table %d columns"
              .formatted(cells.size(), rows.getFirst().size()));
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /** Adds a row. */
  public TextTable add(String... cells) {
    return add(List.of(cells));
  }

  /** The lines, the titles first. */
  @Override
  public String toString() {
    var widths = new int[rows.getFirst().size()];
    for (var row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], places(row.get(column)));
      }
    }
    var text = new StringBuilder();
    for (var row : rows) {
      var line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        var cell = row.get(column);
        var padding = " ".repeat(widths[column] - places(cell));
        line.append(column == 0 ? "" : GAP);
        line.append(left.contains(column) ? cell + padding : padding + cell);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int places(String cell) {
    return cell.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int codePoint) {
    return Character.isIdeographic(codePoint)
        || codePoint >= 0x3000 && codePoint <= 0x30FF
        || codePoint >= 0xAC00 && codePoint <= 0xD7AF
        || codePoint >= 0xFF01 && codePoint <= 0xFF60;
  }
}
