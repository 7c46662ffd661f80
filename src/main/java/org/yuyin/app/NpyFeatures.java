package org.yuyin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.yuyin.storage.NpyWriter;

/** A NumPy file: float32, (rows, columns), without names. */
final class NpyFeatures implements FeatureWriter {
  private final Path target;

  NpyFeatures(Path target) {
    this.target = target;
  }

  @Override
  public long write(Iterator<FeatureRows> items) throws IOException {
    var first = items.next();
    Files.createDirectories(target.toAbsolutePath().getParent());
    try (var writer = new NpyWriter(target, first.columns().size())) {
      long rows = add(writer, first);
      while (items.hasNext()) {
        rows += add(writer, items.next());
      }
      writer.finish();
      return rows;
    }
  }

  private static long add(NpyWriter writer, FeatureRows item) {
    for (var row : item.rows()) {
      writer.add(row);
    }
    return item.rows().length;
  }
}
