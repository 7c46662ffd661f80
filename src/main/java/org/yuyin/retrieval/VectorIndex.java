package org.yuyin.retrieval;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Exact search for the highest dot products, in memory. Immutable and safe for many threads.
 *
 * <p>A first pass multiplies 8-bit copies of the vectors; the best of it are scored again in full
 * precision. What 8 bits can be off by is known for each vector (Cauchy–Schwarz on the rounding
 * errors), so every vector that could still belong to the result is scored as well: the result is
 * that of a full scan, always.
 */
public final class VectorIndex {
  // Enough that the exact scores among them nearly always settle the first ten.
  private static final int CANDIDATES = 100;
  private static final int LARGEST = 127;
  // The products and sums of the bounds are rounded to float themselves.
  private static final float SLACK = 1e-5f;

  private final Int8Kernel kernel;
  private final int width;
  private final float[][] points;
  private final byte[] rounded;
  private final float[] scales;
  // Length of the difference between a vector and its 8-bit copy.
  private final float[] errors;
  private final float[] lengths;

  /**
   * A found item.
   *
   * @param item its row in the indexed points
   * @param score dot product with the query
   */
  public record Hit(int item, float score) implements Comparable<Hit> {
    /** The best first; equal scores by item. */
    @Override
    public int compareTo(Hit other) {
      int byScore = Float.compare(other.score, score);
      return byScore != 0 ? byScore : Integer.compare(item, other.item);
    }
  }

  private VectorIndex(float[][] points, Int8Kernel kernel) {
    this.kernel = kernel;
    this.points = points;
    this.width = points.length == 0 ? 0 : points[0].length;
    this.rounded = new byte[Math.multiplyExact(points.length, width)];
    this.scales = new float[points.length];
    this.errors = new float[points.length];
    this.lengths = new float[points.length];
    for (int item = 0; item < points.length; item++) {
      if (points[item].length != width) {
        throw new IllegalArgumentException("points of one index have one width");
      }
      var copy = Rounded.of(points[item]);
      System.arraycopy(copy.values(), 0, rounded, item * width, width);
      scales[item] = copy.scale();
      errors[item] = copy.error();
      lengths[item] = length(points[item]);
    }
  }

  /**
   * Indexes points with the fastest kernel of this machine.
   *
   * @param points (items, width), finite, not to be changed afterwards; items × width at most 2^31
   */
  public static VectorIndex of(float[][] points) {
    return new VectorIndex(points, Int8Kernel.fastest());
  }

  static VectorIndex of(float[][] points, Int8Kernel kernel) {
    return new VectorIndex(points, kernel);
  }

  /** What searches on this machine, for people. */
  public static String kernel() {
    return Int8Kernel.fastest().description();
  }

  /** Items in the index. */
  public int size() {
    return points.length;
  }

  /** The point of an item; not to be changed. */
  float[] point(int item) {
    return points[item];
  }

  /** The items of the highest scores, best first; fewer when the index holds fewer. */
  public List<Hit> nearest(float[] query, int count) {
    return nearest(query, count, item -> true);
  }

  /**
   * The same among some of the items.
   *
   * @param count how many, from 1
   * @param allowed which items may be found
   */
  public List<Hit> nearest(float[] query, int count, IntPredicate allowed) {
    if (count < 1) {
      throw new IllegalArgumentException("a search is for at least one item, not " + count);
    }
    if (points.length == 0) {
      return List.of();
    }
    if (query.length != width) {
      throw new IllegalArgumentException(
          "a query of %d values cannot search points of %d".formatted(query.length, width));
    }
    long began = System.nanoTime();
    var found = new Search(query, Math.min(count, points.length), allowed).run();
    Metrics.timer("yuyin.index.search").record(Duration.ofNanos(System.nanoTime() - began));
    return found;
  }

  /** One search: 8-bit scores of all, exact scores of those that matter. */
  private final class Search {
    private final float[] query;
    private final Rounded copy;
    private final int count;
    private final IntPredicate allowed;
    private final float[] rough = new float[points.length];

    Search(float[] query, int count, IntPredicate allowed) {
      this.query = query;
      this.copy = Rounded.of(query);
      this.count = count;
      this.allowed = allowed;
    }

    List<Hit> run() {
      var products = new int[points.length];
      kernel.multiply(rounded, copy.values(), products);
      for (int item = 0; item < rough.length; item++) {
        rough[item] = products[item] * scales[item] * copy.scale();
      }
      float floor = floor();
      var best = new BestItems(count);
      float queryLength = length(query);
      for (int item = 0; item < rough.length; item++) {
        if (rough[item] + bound(item, queryLength) >= floor && allowed.test(item)) {
          best.offer(item, dot(points[item], query));
        }
      }
      return best.sorted();
    }

    /** A score that the result's last item reaches at least. */
    private float floor() {
      var candidates = new BestItems(Math.min(points.length, Math.max(CANDIDATES, 2 * count)));
      for (int item = 0; item < rough.length; item++) {
        boolean enters = !candidates.isFull() || rough[item] > candidates.worst();
        if (enters && allowed.test(item)) {
          candidates.offer(item, rough[item]);
        }
      }
      if (candidates.size() < count) {
        return Float.NEGATIVE_INFINITY;
      }
      var exact = new float[candidates.size()];
      for (int i = 0; i < exact.length; i++) {
        exact[i] = dot(points[candidates.item(i)], query);
      }
      Arrays.sort(exact);
      return exact[exact.length - count];
    }

    /**
     * How far the 8-bit score may lie from the exact one: with v = v' + e and q = q' + f, v·q −
     * v'·q' = e·q + v'·f, at most |e||q| + (|v| + |e|)|f|.
     */
    private float bound(int item, float queryLength) {
      return errors[item] * queryLength
          + (lengths[item] + errors[item]) * copy.error()
          + SLACK * lengths[item] * queryLength;
    }
  }

  static float dot(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return (float) sum;
  }

  private static float length(float[] vector) {
    return (float) Math.sqrt(dot(vector, vector));
  }

  /**
   * An 8-bit copy of a vector.
   *
   * @param values value / scale, rounded, in [-127, 127]
   * @param scale the largest absolute value / 127
   * @param error length of the difference to the vector
   */
  private record Rounded(byte[] values, float scale, float error) {
    static Rounded of(float[] vector) {
      float largest = 0;
      for (var value : vector) {
        largest = Math.max(largest, Math.abs(value));
      }
      float scale = largest / LARGEST;
      var values = new byte[vector.length];
      double squares = 0;
      for (int d = 0; d < vector.length && scale > 0; d++) {
        values[d] = (byte) Math.clamp(Math.round(vector[d] / scale), -LARGEST, LARGEST);
        double difference = vector[d] - (double) values[d] * scale;
        squares += difference * difference;
      }
      return new Rounded(values, scale, (float) Math.sqrt(squares));
    }
  }
}
