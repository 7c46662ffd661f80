package org.yuyin.model;

import java.util.Arrays;

/**
 * One named array of a network, outside native memory.
 *
 * @param name unique in its network, such as {@code video.embedding.weight}
 * @param shape sizes of the axes
 * @param values row by row
 * @param trained true when gradients move it, false when it is only kept with the rest, like the
 *     statistics of a standardiser
 */
public record WeightValues(String name, long[] shape, float[] values, boolean trained) {
  public WeightValues {
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (size != values.length) {
      throw new IllegalArgumentException(
          "%s of shape %s needs %d values, got %d"
              .formatted(name, Arrays.toString(shape), size, values.length));
    }
  }
}
