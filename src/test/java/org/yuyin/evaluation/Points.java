package org.yuyin.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yuyin.dataset.Pair;
import org.yuyin.dataset.Split;

/** Made-up pairs and points for tests. */
final class Points {
  private Points() {}

  static Pair pair(String id, String category, String merged, String track) {
    return new Pair(id, category, merged, category, track, Split.TEST);
  }

  /** One track for each pair, but for the last {@code copies}, which repeat the first ones. */
  static List<Pair> pairs(int count, int copies) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < count; i++) {
      int track = i < count - copies ? i : i - (count - copies);
      pairs.add(pair("ad" + i, "c" + i % 20, "m" + i % 4, "t" + track));
    }
    return pairs;
  }

  static float[][] random(int count, int width, long seed) {
    var random = new Random(seed);
    var points = new float[count][width];
    for (var point : points) {
      double squares = 0;
      for (int d = 0; d < width; d++) {
        point[d] = (float) random.nextGaussian();
        squares += point[d] * point[d];
      }
      for (int d = 0; d < width; d++) {
        point[d] /= (float) Math.sqrt(squares);
      }
    }
    return points;
  }
}
