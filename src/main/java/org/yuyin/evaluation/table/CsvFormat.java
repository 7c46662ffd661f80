package org.yuyin.evaluation.table;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.yuyin.evaluation.Difference;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Metric;

/** A line for each number, for programs; shares in [0, 1]. */
final class CsvFormat implements TableFormat {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setRecordSeparator('\n')
          .setHeader(
              "label",
              "method",
              "direction",
              "metric",
              "mean",
              "deviation",
              "low",
              "high",
              "random",
              "reference_gain",
              "p")
          .get();

  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public String write(Comparison comparison) {
    var text = new StringWriter();
    try (var csv = new CSVPrinter(text, FORMAT)) {
      for (var line : comparison.lines()) {
        for (var direction : Direction.values()) {
          for (var metric : comparison.metrics()) {
            print(csv, comparison, line, direction, metric);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void print(
      CSVPrinter csv,
      Comparison comparison,
      Comparison.Line line,
      Direction direction,
      Metric metric)
      throws IOException {
    var cell = line.cell(direction, metric);
    csv.printRecord(
        line.label(),
        line.method(),
        direction.key(),
        metric.key(),
        cell.interval().value(),
        cell.deviation(),
        cell.interval().low(),
        cell.interval().high(),
        comparison.random(direction, metric),
        cell.against().map(it -> Double.toString(it.gain().value())).orElse(""),
        cell.against().map(Difference::p).map(p -> Double.toString(p)).orElse(""));
  }
}
