package org.yuyin.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the splits of pairs that come without: stratified by category, grouped by track,
 * deterministic from a seed.
 *
 * <p>Sizes: the paper keeps 1,464 pairs for testing and 1,000 for evaluation out of 98,071. The
 * same shares hold above that size; below it the counts themselves are kept, as long as neither
 * exceeds 15 % of the pairs, so that a small dataset is split about 70 / 15 / 15.
 */
public final class Splits {
  private static final double PAPER_PAIRS = 98_071;
  private static final double PAPER_TEST = 1_464;
  private static final double PAPER_EVALUATION = 1_000;
  private static final double LARGEST_SHARE = 0.15;

  private Splits() {}

  /** The same pairs with splits chosen anew. */
  public static List<Pair> assign(List<Pair> pairs, long seed) {
    double test = share(pairs.size(), PAPER_TEST);
    double evaluation = share(pairs.size(), PAPER_EVALUATION);
    var parts =
        GroupedParts.deal(
            pairs,
            IntStream.range(0, pairs.size()).toArray(),
            new double[] {1 - test - evaluation, evaluation, test},
            seed);
    var assigned = new ArrayList<Pair>(pairs.size());
    for (int row = 0; row < parts.length; row++) {
      assigned.add(pairs.get(row).withSplit(Split.values()[parts[row]]));
    }
    return assigned;
  }

  private static double share(int pairs, double paperCount) {
    return Math.min(LARGEST_SHARE, Math.max(paperCount / pairs, paperCount / PAPER_PAIRS));
  }
}
