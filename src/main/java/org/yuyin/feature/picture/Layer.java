package org.yuyin.feature.picture;

import java.util.List;
import java.util.stream.Stream;

/** One piece of a convolutional network, described without its weights. */
sealed interface Layer {
  /**
   * A convolution without bias, batch normalisation, and ReLU.
   *
   * @param name prefix of its tensors, such as {@code Mixed_5b.branch1x1}
   * @param filters output channels
   * @param height of the kernel
   * @param width of the kernel
   * @param stride in both directions
   * @param same true pads so that the output is as large as the input; only defined here for stride
   *     1 and odd kernels, where it means (kernel - 1) / 2 on each side
   */
  record Convolution(String name, int filters, int height, int width, int stride, boolean same)
      implements Layer {
    public Convolution {
      if (same && (stride != 1 || height % 2 == 0 || width % 2 == 0)) {
        throw new IllegalArgumentException(
            name + ": same padding needs stride 1 and an odd kernel here");
      }
    }
  }

  /** 3 × 3 maximum, stride 2, no padding. */
  record MaximumPool() implements Layer {}

  /** 3 × 3 mean, stride 1, as large as the input; see {@link InceptionFlavour} for the border. */
  record AveragePool() implements Layer {}

  /** One after the other. */
  record Chain(List<Layer> layers) implements Layer {}

  /** Side by side on the same input, results joined along the channels in this order. */
  record Branches(List<Layer> branches) implements Layer {}

  /** The convolutions in it, depth first: the order in which Keras numbers them, from 1. */
  default Stream<Convolution> convolutions() {
    return switch (this) {
      case Convolution convolution -> Stream.of(convolution);
      case MaximumPool _, AveragePool _ -> Stream.empty();
      case Chain(var layers) -> layers.stream().flatMap(Layer::convolutions);
      case Branches(var branches) -> branches.stream().flatMap(Layer::convolutions);
    };
  }
}
