package org.yuyin.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.evaluation.PairedPoints;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.InputException;
import org.yuyin.storage.MappedNpy;
import org.yuyin.storage.NpyWriter;

/**
 * Points of whole datasets in a model's space, kept under {@code cache/points} so that a large pool
 * is encoded once for each model. What is kept is checked against a few rows encoded anew: a model
 * that has changed meanwhile is noticed.
 */
final class PointsCache {
  private static final Logger log = LoggerFactory.getLogger(PointsCache.class);
  private static final int CHECKED_ROWS = 4;
  private static final float TOLERANCE = 1e-4f;

  private final DataFolder data;

  PointsCache(DataFolder data) {
    this.data = data;
  }

  /** One side of a dataset's pairs. */
  enum Side {
    VIDEO,
    MUSIC;

    float[][] encode(Trained trained, int[] rows) {
      return this == VIDEO
          ? PairedPoints.video(trained.encoder(), trained.snapshot(), rows)
          : PairedPoints.music(trained.encoder(), trained.snapshot(), rows);
    }
  }

  /** The points of every row. */
  float[][] points(Trained trained, Side side) {
    var file = file(trained, side);
    int rows = trained.snapshot().pairs().size();
    if (Files.exists(file)) {
      var kept = MappedNpy.open(file);
      if (fits(kept, trained, side, rows)) {
        var points = new float[rows][kept.width()];
        for (int row = 0; row < rows; row++) {
          kept.copyRow(row, points[row], 0);
        }
        return points;
      }
    }
    var points = side.encode(trained, IntStream.range(0, rows).toArray());
    keep(file, points, trained.encoder().width());
    return points;
  }

  private static boolean fits(MappedNpy kept, Trained trained, Side side, int rows) {
    if (kept.rows() != rows || kept.width() != trained.encoder().width()) {
      return false;
    }
    var checked =
        IntStream.range(0, Math.min(CHECKED_ROWS, rows))
            .map(i -> (int) ((long) i * rows / CHECKED_ROWS))
            .distinct()
            .toArray();
    var fresh = side.encode(trained, checked);
    var row = new float[kept.width()];
    for (int i = 0; i < checked.length; i++) {
      kept.copyRow(checked[i], row, 0);
      for (int d = 0; d < row.length; d++) {
        // Written so that NaN fits nothing.
        if (!(Math.abs(row[d] - fresh[i][d]) <= TOLERANCE)) {
          return false;
        }
      }
    }
    return true;
  }

  private static void keep(Path file, float[][] points, int width) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      NpyWriter.write(file, points, width);
    } catch (IOException | InputException e) {
      log.warn("points are not kept for the next time: {}", e.getMessage());
    }
  }

  private Path file(Trained trained, Side side) {
    return data.cache()
        .resolve("points")
        .resolve(
            "run%d-%s-%s.npy"
                .formatted(
                    trained.run(),
                    trained.snapshot().contentHash().substring(0, 16),
                    side.name().toLowerCase(Locale.ROOT)));
  }
}
