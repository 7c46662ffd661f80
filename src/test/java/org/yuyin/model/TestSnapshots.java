package org.yuyin.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.yuyin.dataset.ArrayMatrix;
import org.yuyin.dataset.FeatureMatrix;
import org.yuyin.dataset.Pair;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.feature.Modality;

/** Small snapshots in memory in which pictures, music and tags follow a hidden common cause. */
public final class TestSnapshots {
  private TestSnapshots() {}

  /**
   * Pairs of which every fifth is for evaluation and every fifth for testing. Widths are video 12,
   * audio 10, emotion 8, text 6.
   */
  public static Snapshot related(int pairs, long seed) {
    var random = new SplittableRandom(seed);
    var mixing = new EnumMap<Modality, float[][]>(Modality.class);
    Map.of(Modality.VIDEO, 12, Modality.AUDIO, 10, Modality.EMOTION, 8, Modality.TEXT, 6)
        .forEach((modality, width) -> mixing.put(modality, rows(4, width, random.split())));
    var causes = rows(pairs, 4, random);
    var made = new EnumMap<Modality, FeatureMatrix>(Modality.class);
    mixing.forEach((modality, mix) -> made.put(modality, matrix(product(causes, mix))));
    var list = new ArrayList<Pair>();
    for (int i = 0; i < pairs; i++) {
      int group = (causes[i][0] > 0 ? 1 : 0) + (causes[i][1] > 0 ? 2 : 0);
      var split = i % 5 == 3 ? Split.EVALUATION : i % 5 == 4 ? Split.TEST : Split.TRAIN;
      list.add(
          new Pair("ad" + i, "fine" + group, "group" + group / 2, "tag" + group, "t" + i, split));
    }
    return new Snapshot("related", "0".repeat(64), list, made);
  }

  /** A snapshot of those rows of one modality alone, all for training. */
  public static Snapshot of(Modality modality, float[][] rows) {
    var pairs =
        java.util.stream.IntStream.range(0, rows.length)
            .mapToObj(i -> new Pair("ad" + i, "fine", "merged", "tag", "t" + i, Split.TRAIN))
            .toList();
    return new Snapshot("rows", "0".repeat(64), List.copyOf(pairs), Map.of(modality, matrix(rows)));
  }

  /** The same snapshot with every value of one modality multiplied. */
  public static Snapshot times(Snapshot snapshot, Modality modality, float factor) {
    var features = new EnumMap<>(snapshot.features());
    var rows = new float[snapshot.pairs().size()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = snapshot.matrix(modality).row(row);
      for (int column = 0; column < rows[row].length; column++) {
        rows[row][column] *= factor;
      }
    }
    features.put(modality, matrix(rows));
    return new Snapshot(snapshot.name(), snapshot.contentHash(), snapshot.pairs(), features);
  }

  private static FeatureMatrix matrix(float[][] rows) {
    return new ArrayMatrix(rows, rows[0].length);
  }

  private static float[][] rows(int count, int width, SplittableRandom random) {
    var rows = new float[count][width];
    for (var row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = (float) random.nextDouble(-1, 1);
      }
    }
    return rows;
  }

  private static float[][] product(float[][] a, float[][] b) {
    var product = new float[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < b[0].length; j++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }
}
