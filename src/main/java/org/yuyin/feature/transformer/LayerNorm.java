package org.yuyin.feature.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.stream.Stream;
import org.yuyin.storage.TensorShape;

/**
 * Layer normalisation (Ba, Kiros, Hinton 2016) over the last dimension; the variance divides by the
 * width.
 *
 * @param name prefix of its tensors
 * @param epsilon added to the variance
 */
public record LayerNorm(String name, int width, double epsilon) {
  /** The tensors it needs. */
  public Stream<TensorShape> tensors() {
    return Stream.of(
        TensorShape.of(name + ".weight", width), TensorShape.of(name + ".bias", width));
  }

  /** (…, width) to the same. */
  public NDArray apply(NetworkWeights weights, NDArray x) {
    return ai.djl.nn.norm.LayerNorm.layerNorm(
            x,
            new Shape(width),
            weights.get(name + ".weight"),
            weights.get(name + ".bias"),
            (float) epsilon)
        .singletonOrThrow();
  }
}
