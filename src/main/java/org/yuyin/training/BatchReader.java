package org.yuyin.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.yuyin.dataset.FeatureMatrix;
import org.yuyin.dataset.Pair;
import org.yuyin.feature.Modality;
import org.yuyin.model.Batch;
import org.yuyin.model.Features;
import org.yuyin.model.PairRows;

/**
 * Gathers rows of a memory-mapped snapshot into batches. The batch read last uses this reader's
 * buffers, so it must be done with before the next is read. For one thread.
 */
final class BatchReader {
  private final PairRows pairs;
  private final int largest;
  private final Map<Modality, Column> columns = new EnumMap<>(Modality.class);
  private final long[] tags;
  private final long[] tracks;
  private final long[] classes;

  private record Column(FeatureMatrix matrix, int[] rows, float[] row, ByteBuffer buffer) {}

  /**
   * Reads those modalities of those pairs.
   *
   * @param largest pairs in the largest batch
   */
  BatchReader(PairRows pairs, Set<Modality> modalities, int largest) {
    this.pairs = pairs;
    this.largest = largest;
    for (var modality : modalities) {
      var matrix = pairs.snapshot().matrix(modality);
      int bytes = Math.multiplyExact(largest, matrix.width() * Float.BYTES);
      columns.put(
          modality,
          new Column(
              matrix,
              pairs.rowsOf(modality),
              new float[matrix.width()],
              ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder())));
    }
    tags = labels(pairs.pictures(), Pair::tag);
    tracks = labels(pairs.music(), Pair::trackId);
    var known = pairs.snapshot().mergedCategories();
    classes =
        java.util.Arrays.stream(pairs.pictures())
            .mapToLong(row -> known.indexOf(pair(row).mergedCategory()))
            .toArray();
  }

  private long[] labels(int[] rows, Function<Pair, String> label) {
    var numbers = new HashMap<String, Long>();
    var labels = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      long next = numbers.size();
      labels[i] = numbers.computeIfAbsent(label.apply(pair(rows[i])), key -> next);
    }
    return labels;
  }

  private Pair pair(int row) {
    return pairs.snapshot().pairs().get(row);
  }

  /**
   * A batch of some of the pairs.
   *
   * @param order which pair stands where
   * @param from first place, inclusive
   * @param to last place, exclusive
   * @param scope closes the batch's arrays
   */
  Batch read(int[] order, int from, int to, NDManager scope) {
    var features = new EnumMap<Modality, NDArray>(Modality.class);
    columns.forEach(
        (modality, column) -> features.put(modality, gather(column, order, from, to, scope)));
    return new Batch(
        new Features(features),
        pick(tags, order, from, to, scope),
        pick(tracks, order, from, to, scope),
        pick(classes, order, from, to, scope));
  }

  /** Passes all pairs, in order, in batches of the largest size; each is closed when used. */
  void each(NDManager manager, Consumer<Batch> use) {
    fold(
        manager,
        0,
        (count, batch) -> {
          use.accept(batch);
          return count + 1;
        });
  }

  /** Takes a value through all pairs, in order, in batches of the largest size. */
  <T> T fold(NDManager manager, T start, BiFunction<T, Batch, T> with) {
    var order = IntStream.range(0, size()).toArray();
    var value = start;
    for (int from = 0; from < order.length; from += largest) {
      try (var scope = manager.newSubManager()) {
        value = with.apply(value, read(order, from, Math.min(order.length, from + largest), scope));
      }
    }
    return value;
  }

  private static NDArray gather(Column column, int[] order, int from, int to, NDManager scope) {
    int width = column.row.length;
    var bytes =
        column.buffer.slice(0, (to - from) * width * Float.BYTES).order(ByteOrder.nativeOrder());
    var floats = bytes.asFloatBuffer();
    for (int place = from; place < to; place++) {
      column.matrix.copyRow(column.rows[order[place]], column.row, 0);
      floats.put(column.row);
    }
    return scope.create(bytes, new Shape(to - from, width), DataType.FLOAT32);
  }

  private static NDArray pick(long[] labels, int[] order, int from, int to, NDManager scope) {
    var picked = new long[to - from];
    for (int place = from; place < to; place++) {
      picked[place - from] = labels[order[place]];
    }
    return scope.create(picked);
  }

  /** How many pairs there are. */
  int size() {
    return pairs.size();
  }
}
