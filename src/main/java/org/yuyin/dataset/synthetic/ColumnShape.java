package org.yuyin.dataset.synthetic;

import java.util.random.RandomGenerator;
import org.yuyin.feature.Modality;

/** What an extractor makes of a normal value: the shape and scale that its columns have. */
sealed interface ColumnShape {
  /** The value as the column shows it. */
  float of(int column, float normal);

  /** Every column as it is. */
  static ColumnShape plain() {
    return new Plain();
  }

  /** As the extractors of that modality shape columns. */
  static ColumnShape like(Modality modality, int width, RandomGenerator random) {
    return switch (modality) {
      case VIDEO -> new OneSided();
      case AUDIO, TEXT -> new Plain();
      case EMOTION -> HeavyTailed.drawn(width, random);
    };
  }

  /** As it is. */
  record Plain() implements ColumnShape {
    @Override
    public float of(int column, float normal) {
      return normal;
    }
  }

  /** Pooled after a ReLU, as Inception's are: never negative, often near 0. */
  record OneSided() implements ColumnShape {
    private static final float LEAK = 0.1f; // the mean over frames is seldom exactly 0

    @Override
    public float of(int column, float normal) {
      return normal > 0 ? normal : -LEAK * normal;
    }
  }

  /**
   * Functionals of very different units, as openSMILE's are: scales over six powers of ten, and in
   * every fourth column rare values far from the rest.
   */
  record HeavyTailed(float[] scales, float[] offsets) implements ColumnShape {
    private static final int EVERY = 4;
    private static final double POWERS_OF_TEN = 6;
    private static final double LEAST_POWER = -3;

    static HeavyTailed drawn(int width, RandomGenerator random) {
      var scales = new float[width];
      var offsets = new float[width];
      for (int column = 0; column < width; column++) {
        scales[column] = (float) Math.pow(10, LEAST_POWER + POWERS_OF_TEN * random.nextDouble());
        offsets[column] = (float) (scales[column] * random.nextGaussian());
      }
      return new HeavyTailed(scales, offsets);
    }

    @Override
    public float of(int column, float normal) {
      double shaped = column % EVERY == 0 ? Math.sinh(2 * normal) : normal;
      return offsets[column] + scales[column] * (float) shaped;
    }
  }
}
