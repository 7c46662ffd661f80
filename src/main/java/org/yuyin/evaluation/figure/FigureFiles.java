package org.yuyin.evaluation.figure;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.yuyin.storage.AtomicFile;

/** Writes a panel as PNG, SVG, its data as CSV and its numbers as JSON. */
public final class FigureFiles {
  private FigureFiles() {}

  /** Writes {@code NAME.png}, {@code .svg}, {@code .csv} and {@code .json} into a folder. */
  public static void write(Panel panel, Path folder) {
    var chart = Drawing.of(panel);
    var numbers = new JsonObject().put("title", panel.title());
    panel.facts().forEach(numbers::put);
    AtomicFile.write(
        folder.resolve(panel.name() + ".png"),
        out -> BitmapEncoder.saveBitmap(chart, out, BitmapFormat.PNG));
    AtomicFile.write(
        folder.resolve(panel.name() + ".svg"),
        out -> VectorGraphicsEncoder.saveVectorGraphic(chart, out, VectorGraphicsFormat.SVG));
    AtomicFile.writeString(folder.resolve(panel.name() + ".csv"), PanelData.csv(panel));
    AtomicFile.writeString(folder.resolve(panel.name() + ".json"), numbers.encodePrettily() + "\n");
  }
}
