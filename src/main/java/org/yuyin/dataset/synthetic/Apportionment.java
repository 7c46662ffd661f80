package org.yuyin.dataset.synthetic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Whole numbers in given proportions with an exact sum, by the method of largest remainders. */
final class Apportionment {
  private Apportionment() {}

  /**
   * Shares a total out.
   *
   * @param weights not negative, not all zero
   * @return one count for each weight; their sum is the total
   */
  static int[] of(int total, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    var exact = Arrays.stream(weights).map(weight -> weight / sum * total).toArray();
    var counts = Arrays.stream(exact).mapToInt(share -> (int) Math.floor(share)).toArray();
    int rest = total - Arrays.stream(counts).sum();
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> counts[i] - exact[i]))
        .limit(rest)
        .forEach(i -> counts[i]++);
    return counts;
  }
}
