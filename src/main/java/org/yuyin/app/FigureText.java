package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.yuyin.evaluation.TextTable;
import org.yuyin.evaluation.figure.Panel;

/** The numbers beside figures, as people and programs read them. */
final class FigureText {
  private FigureText() {}

  static String plain(List<Panel> panels, Path folder) {
    var table = new TextTable("figure", "number", "value").words(1);
    for (var panel : panels) {
      panel
          .facts()
          .forEach((fact, value) -> table.add(panel.name(), fact, "%.3f".formatted(value)));
    }
    return "%d panels in %s, each as PNG, SVG, CSV and JSON%n%n%s"
        .formatted(panels.size(), folder, table);
  }

  static String json(List<Panel> panels) {
    var all = new JsonArray();
    for (var panel : panels) {
      var facts = new JsonObject();
      panel.facts().forEach(facts::put);
      all.add(JsonObject.of("figure", panel.name(), "title", panel.title(), "facts", facts));
    }
    return all.encodePrettily();
  }
}
