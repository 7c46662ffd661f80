package org.yuyin.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.yuyin.feature.Modality;

/** Made-up pairs for tests. */
final class Pairs {
  private Pairs() {}

  /** Some tracks under several ads, categories of different sizes. */
  static List<Pair> madeUp(int count, int categories, long seed) {
    var random = new Random(seed);
    var pairs = new ArrayList<Pair>();
    while (pairs.size() < count) {
      int category = Math.min(random.nextInt(categories), random.nextInt(categories));
      int uses = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 1;
      var track = "track" + pairs.size();
      for (int i = 0; i < uses && pairs.size() < count; i++) {
        pairs.add(
            new Pair(
                "ad" + pairs.size(),
                "c" + category,
                "m" + category % 4,
                "tag" + category,
                track,
                Split.TRAIN));
      }
    }
    return pairs;
  }

  static Snapshot snapshot(List<Pair> pairs) {
    return new Snapshot(
        "made-up",
        "0".repeat(64),
        pairs,
        Map.of(Modality.VIDEO, new ArrayMatrix(new float[pairs.size()][1], 1)));
  }
}
