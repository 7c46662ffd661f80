package org.yuyin.feature;

import java.util.List;
import java.util.stream.IntStream;

/** Cuts many items into batches for a network. */
public final class Batches {
  private Batches() {}

  /**
   * A batch.
   *
   * @param begin its first item
   * @param end one past its last item
   */
  public record Range(int begin, int end) {
    /** Items in it. */
    public int size() {
      return end - begin;
    }
  }

  /**
   * As few batches as possible, of one size as far as possible: ten items of which eight fit go as
   * five and five.
   *
   * @param most that fit into one batch
   */
  public static List<Range> evenly(int count, int most) {
    int batches = Math.ceilDiv(count, most);
    return IntStream.range(0, batches)
        .mapToObj(
            batch ->
                new Range(
                    (int) ((long) batch * count / batches), (int) ((batch + 1L) * count / batches)))
        .toList();
  }
}
