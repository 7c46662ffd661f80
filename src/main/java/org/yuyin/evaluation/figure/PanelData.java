package org.yuyin.evaluation.figure;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A panel as CSV: what was drawn, for drawing it otherwise. */
final class PanelData {
  private PanelData() {}

  static String csv(Panel panel) {
    var text = new StringWriter();
    try (var csv =
        new CSVPrinter(text, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
      switch (panel) {
        case Panel.Scatter scatter -> print(csv, scatter);
        case Panel.Curves curves -> print(csv, curves);
        case Panel.Bars bars -> print(csv, bars);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void print(CSVPrinter csv, Panel.Scatter scatter) throws IOException {
    csv.printRecord("category", "x", "y");
    for (var points : scatter.series()) {
      for (var place : points.places()) {
        csv.printRecord(points.label(), place[0], place[1]);
      }
    }
  }

  private static void print(CSVPrinter csv, Panel.Curves curves) throws IOException {
    csv.print(curves.axis());
    csv.printRecord(curves.series().keySet());
    for (int i = 0; i < curves.x().length; i++) {
      csv.print(curves.x()[i]);
      for (var heights : curves.series().values()) {
        csv.print(heights[i]);
      }
      csv.println();
    }
  }

  private static void print(CSVPrinter csv, Panel.Bars bars) throws IOException {
    csv.printRecord("category", "count");
    for (var entry : bars.counts().entrySet()) {
      csv.printRecord(entry.getKey(), entry.getValue());
    }
  }
}
