package org.yuyin.model.cca;

import java.util.List;
import org.yuyin.dataset.FeatureMatrix;
import org.yuyin.feature.Modality;
import org.yuyin.model.PairRows;

/** Vectors of several modalities, one after the other. For one thread. */
final class FeatureRows implements Rows {
  private final int count;
  private final List<Part> parts;
  private final int width;

  private record Part(FeatureMatrix matrix, int[] rows, float[] buffer) {}

  FeatureRows(PairRows pairs, List<Modality> modalities) {
    count = pairs.size();
    parts =
        modalities.stream()
            .map(
                modality -> {
                  var matrix = pairs.snapshot().matrix(modality);
                  return new Part(matrix, pairs.rowsOf(modality), new float[matrix.width()]);
                })
            .toList();
    width = parts.stream().mapToInt(part -> part.matrix.width()).sum();
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void read(int row, double[] target) {
    int at = 0;
    for (var part : parts) {
      part.matrix.copyRow(part.rows[row], part.buffer, 0);
      for (var value : part.buffer) {
        target[at++] = value;
      }
    }
  }
}
