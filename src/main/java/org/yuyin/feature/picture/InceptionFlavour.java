package org.yuyin.feature.picture;

import ai.djl.ndarray.NDArray;
import org.yuyin.storage.Safetensors;

/**
 * Whose Inception v3 a file of weights belongs to. The tensors have the same names and shapes, yet
 * the networks differ: in their input, in batch normalisation with or without a factor, and in
 * whether the zeros around a map count in the 3 × 3 means of the mixed blocks.
 */
enum InceptionFlavour {
  /**
   * As Keras builds it and nsfwjs trained it: RGB in 0..1, no factor, a mean at the border is that
   * of the values inside.
   */
  KERAS,
  /**
   * As torchvision builds it: factors ({@code bn.weight}), and {@code avg_pool2d} with its default,
   * by which a mean at the border divides by 9 all the same. Its input is normalised by ImageNet's
   * mean and deviation and then, by {@code transform_input}, brought back to (x - 0.5) / 0.5:
   * together RGB in -1..1.
   */
  TORCHVISION;

  private static final float WHITE = 255;

  /** By the factors, which only torchvision has. */
  static InceptionFlavour of(Safetensors file) {
    return file.has(InceptionV3.FIRST + ".bn.weight") ? TORCHVISION : KERAS;
  }

  /** Brings RGB in 0..255, float32, to the network's range, in place. */
  NDArray scale(NDArray rgb) {
    return switch (this) {
      case KERAS -> rgb.divi(WHITE);
      case TORCHVISION -> rgb.muli(2 / WHITE).subi(1);
    };
  }

  /** Whether the zeros around a map count in a mean. */
  boolean countsPadding() {
    return this == TORCHVISION;
  }

  /** Whether batch normalisation has a factor. */
  boolean scalesNormalised() {
    return this == TORCHVISION;
  }
}
