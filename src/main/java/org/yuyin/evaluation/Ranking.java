package org.yuyin.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yuyin.dataset.Pair;

/**
 * Turns the scores of one query against the whole pool into its {@link QueryOutcome}. The pool's
 * i-th item is the partner of the i-th query.
 */
final class Ranking {
  private static final int DEPTH = 10;

  // Strings are compared once for each pair of the pool, numbers for each score.
  private final int[] track;
  private final int[] category;
  private final int[] merged;
  private final int[][] rowsOfTrack;

  Ranking(List<Pair> pool) {
    track = numbered(pool.stream().map(Pair::trackId).toList());
    category = numbered(pool.stream().map(Pair::category).toList());
    merged = numbered(pool.stream().map(Pair::mergedCategory).toList());
    rowsOfTrack =
        IntStream.range(0, track.length)
            .boxed()
            .collect(Collectors.groupingBy(row -> track[row], TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  private static int[] numbered(List<String> names) {
    var numbers = new HashMap<String, Integer>();
    return names.stream().mapToInt(n -> numbers.computeIfAbsent(n, x -> numbers.size())).toArray();
  }

  /**
   * Ranks one query.
   *
   * @param scores one for each item of the pool; higher is better, none is NaN
   */
  QueryOutcome outcome(int query, float[] scores) {
    var copies = rowsOfTrack[track[query]];
    var copyScores = sortedDown(scores, copies);
    double gain = 0;
    int firstRank = 0;
    for (int k = 0; k < Math.min(copyScores.length, DEPTH); k++) {
      int rank = k + 1 + othersAtLeast(copyScores[k], query, scores);
      firstRank = k == 0 ? rank : firstRank;
      gain += Gains.at10(rank);
    }
    float tenth = tenthBest(scores);
    return new QueryOutcome(
        instanceRank(query, scores),
        firstRank,
        gain / Gains.best(copies.length),
        share(scores, tenth, item -> category[item] == category[query]),
        share(scores, tenth, item -> merged[item] == merged[query]));
  }

  private static float[] sortedDown(float[] scores, int[] items) {
    var chosen = new float[items.length];
    for (int i = 0; i < items.length; i++) {
      chosen[i] = -scores[items[i]];
    }
    Arrays.sort(chosen);
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = -chosen[i];
    }
    return chosen;
  }

  private static int instanceRank(int query, float[] scores) {
    // The partner itself is counted once, so the rank starts at 1.
    int rank = 0;
    for (var score : scores) {
      rank += score >= scores[query] ? 1 : 0;
    }
    return rank;
  }

  private int othersAtLeast(float score, int query, float[] scores) {
    int count = 0;
    for (int item = 0; item < scores.length; item++) {
      count += scores[item] >= score && track[item] != track[query] ? 1 : 0;
    }
    return count;
  }

  private static float tenthBest(float[] scores) {
    var best = new PriorityQueue<Float>(DEPTH);
    for (var score : scores) {
      if (best.size() < DEPTH) {
        best.add(score);
      } else if (score > best.element()) {
        best.remove();
        best.add(score);
      }
    }
    return best.element();
  }

  /** Of the first 10, the share that fits; of several equal to the tenth, misfits come first. */
  private static double share(float[] scores, float tenth, IntPredicate fits) {
    int depth = Math.min(DEPTH, scores.length);
    int above = 0;
    int fittingAbove = 0;
    int misfitsLevel = 0;
    for (int item = 0; item < scores.length; item++) {
      if (scores[item] > tenth) {
        above++;
        fittingAbove += fits.test(item) ? 1 : 0;
      } else if (scores[item] == tenth) {
        misfitsLevel += fits.test(item) ? 0 : 1;
      }
    }
    int fittingLevel = Math.max(0, depth - above - misfitsLevel);
    return (double) (fittingAbove + fittingLevel) / depth;
  }
}
