package org.yuyin.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;

/** One JSON object: the extractor, the column names, and a list of rows. */
final class JsonFeatures implements FeatureWriter {
  private final Writer out;
  private final FeatureLayout layout;

  JsonFeatures(Writer out, FeatureLayout layout) {
    this.out = out;
    this.layout = layout;
  }

  @Override
  public long write(Iterator<FeatureRows> items) throws IOException {
    var factory = JsonFactory.builder().build().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    long rows = 0;
    try (var json = factory.createGenerator(out)) {
      var first = items.next();
      json.writeStartObject();
      json.writeStringField("extractor", layout.extractor().name());
      json.writeNumberField("version", layout.extractor().version());
      json.writeArrayFieldStart("columns");
      for (var column : first.columns()) {
        json.writeString(column);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("rows");
      rows += add(json, first);
      while (items.hasNext()) {
        rows += add(json, items.next());
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return rows;
  }

  private long add(JsonGenerator json, FeatureRows item) throws IOException {
    for (int row = 0; row < item.rows().length; row++) {
      json.writeStartObject();
      json.writeStringField(layout.item(), item.item());
      if (layout.frames()) {
        json.writeNumberField("time", item.seconds().get(row));
      }
      json.writeArrayFieldStart("values");
      for (var value : item.rows()[row]) {
        json.writeNumber(value);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return item.rows().length;
  }
}
