package org.yuyin.dataset.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.yuyin.dataset.Pair;
import org.yuyin.dataset.Split;
import org.yuyin.dataset.Splits;

/**
 * The rows of a made-up dataset: the paper's categories and splits in exact numbers, and tracks of
 * which most serve one ad and some are popular. A track keeps to one category and one split.
 */
final class SyntheticPairs {
  private static final double POPULAR = 0.12; // share of the tracks that serve several ads
  private static final double ONE_MORE = 0.7; // chance that a popular track serves yet another
  private static final int MOST_ADS = 30; // of one track

  private final Random random;
  private final List<Row> rows = new ArrayList<>();
  private int tracks;

  /**
   * One row before it is named.
   *
   * @param track numbered from 0
   */
  record Row(PaperCategory category, Split split, int track) {
    Pair pair(int index) {
      return new Pair(
          "synthetic-%06d".formatted(index),
          category.label(),
          category.merged().label(),
          category.label(),
          "track-%06d".formatted(track),
          split);
    }
  }

  private SyntheticPairs(long seed) {
    random = new Random(seed);
  }

  /** The rows in random order. */
  static List<Row> of(SyntheticSettings settings) {
    var made = new SyntheticPairs(settings.seed());
    var counts = PaperCategory.counts(settings.pairs());
    var weights = Arrays.stream(counts).asDoubleStream().toArray();
    var sizes = Splits.Sizes.of(settings.pairs());
    var test = Apportionment.of(sizes.test(), weights);
    var evaluation = Apportionment.of(sizes.evaluation(), weights);
    for (var category : PaperCategory.values()) {
      int i = category.ordinal();
      made.add(category, Split.TEST, test[i]);
      made.add(category, Split.EVALUATION, evaluation[i]);
      made.add(category, Split.TRAIN, counts[i] - test[i] - evaluation[i]);
    }
    Collections.shuffle(made.rows, made.random);
    return List.copyOf(made.rows);
  }

  private void add(PaperCategory category, Split split, int count) {
    int left = count;
    while (left > 0) {
      int ads = Math.min(left, adsOfOneTrack());
      for (int ad = 0; ad < ads; ad++) {
        rows.add(new Row(category, split, tracks));
      }
      tracks++;
      left -= ads;
    }
  }

  private int adsOfOneTrack() {
    if (random.nextDouble() >= POPULAR) {
      return 1;
    }
    int ads = 2;
    while (ads < MOST_ADS && random.nextDouble() < ONE_MORE) {
      ads++;
    }
    return ads;
  }
}
