package org.yuyin.feature.transformer;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yuyin.storage.TensorShape;

/** Layers one after the other. */
public record Encoder(List<EncoderLayer> layers) {
  /** The tensors it needs. */
  public Stream<TensorShape> tensors() {
    return layers.stream().flatMap(EncoderLayer::tensors);
  }

  /** {@code encoder_layer_0} and so on. */
  public Stream<String> stages() {
    return IntStream.range(0, layers.size()).mapToObj(Encoder::stage);
  }

  private static String stage(int layer) {
    return "encoder_layer_" + layer;
  }

  /**
   * Runs all layers; whatever one of them made goes before the next one starts.
   *
   * @param x (batch, tokens, width); closed on the way
   * @return of the same shape, attached to the input's manager
   */
  public NDArray apply(NetworkWeights weights, NDArray x, StageObserver observer) {
    var manager = x.getManager();
    var current = x;
    for (int layer = 0; layer < layers.size(); layer++) {
      try (var scope = manager.newSubManager()) {
        current.attach(scope);
        current = layers.get(layer).apply(weights, current);
        current.attach(manager);
      }
      observer.reached(stage(layer), current);
    }
    return current;
  }
}
