package org.yuyin.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Comma-separated text with a row of column names. A clip's row begins with the file, a frame's
 * with the time in seconds, after the file where there are several. Values have as many digits as
 * float32 needs to be read back exactly.
 */
final class CsvFeatures implements FeatureWriter {
  private final Appendable out;
  private final FeatureLayout layout;

  CsvFeatures(Appendable out, FeatureLayout layout) {
    this.out = out;
    this.layout = layout;
  }

  @Override
  public long write(Iterator<FeatureRows> items) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    var printer = new CSVPrinter(out, format);
    long rows = 0;
    for (boolean first = true; items.hasNext(); first = false) {
      var item = items.next();
      if (first) {
        printer.printRecord(header(item.columns()));
      }
      for (int row = 0; row < item.rows().length; row++) {
        printer.printRecord(cells(item, row));
        rows++;
      }
    }
    printer.flush();
    return rows;
  }

  private List<String> header(List<String> columns) {
    var header = new ArrayList<String>();
    if (layout.namesItems()) {
      header.add(layout.item());
    }
    if (layout.frames()) {
      header.add("time");
    }
    header.addAll(columns);
    return header;
  }

  private List<String> cells(FeatureRows item, int row) {
    var cells = new ArrayList<String>();
    if (layout.namesItems()) {
      cells.add(item.item());
    }
    if (layout.frames()) {
      cells.add(String.format(Locale.ROOT, "%.6f", item.seconds().get(row)));
    }
    for (var value : item.rows()[row]) {
      cells.add(Float.toString(value));
    }
    return cells;
  }
}
