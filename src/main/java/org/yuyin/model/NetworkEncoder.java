package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.yuyin.feature.Modality;

/** A network with trained weights, ready to place any number of vectors in the common space. */
public final class NetworkEncoder implements Encoder {
  // Keeps the native memory of one call small whatever the number of rows.
  private static final int ROWS_AT_ONCE = 1024;

  private final Network network;
  private final NDManager manager;
  private final Weights weights;

  /**
   * Uses weights that live elsewhere, at least as long as the encoder.
   *
   * @param manager for what is computed; owned by the encoder from now on
   */
  public NetworkEncoder(Network network, Weights weights, NDManager manager) {
    this.network = network;
    this.manager = manager;
    this.weights = weights;
  }

  /**
   * Takes a copy of the weights into native memory.
   *
   * @param manager owned by the encoder from now on; decides the device
   */
  public static NetworkEncoder of(
      Network network, Collection<WeightValues> weights, NDManager manager) {
    return new NetworkEncoder(network, Weights.of(weights, manager), manager);
  }

  @Override
  public int width() {
    return network.width();
  }

  @Override
  public float[][] encodeVideo(Map<Modality, float[][]> features) {
    return encode(features, Modality.VIDEO, network::encodeVideo);
  }

  @Override
  public float[][] encodeMusic(Map<Modality, float[][]> features) {
    return encode(features, Modality.AUDIO, network::encodeMusic);
  }

  @Override
  public void close() {
    manager.close();
  }

  private float[][] encode(
      Map<Modality, float[][]> features,
      Modality needed,
      BiFunction<Weights, Features, NDArray> side) {
    var main = features.get(needed);
    if (main == null) {
      throw new IllegalArgumentException("there are no " + needed.key() + " features to encode");
    }
    var points = new float[main.length][];
    for (int from = 0; from < points.length; from += ROWS_AT_ONCE) {
      int to = Math.min(points.length, from + ROWS_AT_ONCE);
      try (var scope = manager.newSubManager()) {
        var flat = side.apply(weights, rows(features, from, to, scope)).toFloatArray();
        for (int row = from; row < to; row++) {
          int start = (row - from) * width();
          points[row] = java.util.Arrays.copyOfRange(flat, start, start + width());
        }
      }
    }
    return points;
  }

  private static Features rows(
      Map<Modality, float[][]> features, int from, int to, NDManager scope) {
    var arrays = new EnumMap<Modality, NDArray>(Modality.class);
    features.forEach(
        (modality, rows) -> {
          int width = rows[from].length;
          var flat = FloatBuffer.allocate((to - from) * width);
          for (int row = from; row < to; row++) {
            flat.put(rows[row]);
          }
          arrays.put(modality, scope.create(flat.flip(), new Shape(to - from, width)));
        });
    return new Features(arrays);
  }
}
