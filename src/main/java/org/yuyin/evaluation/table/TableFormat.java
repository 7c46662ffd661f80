package org.yuyin.evaluation.table;

import java.util.List;

/** A way to write a {@link Comparison}. */
public interface TableFormat {
  /** Ending of its files. */
  String extension();

  /** The whole file. */
  String write(Comparison comparison);

  /** Every format; a new one adds its line here. */
  static List<TableFormat> all() {
    return List.of(
        new PlainFormat(),
        new CsvFormat(),
        new JsonFormat(),
        new MarkdownFormat(),
        new LatexFormat());
  }
}
