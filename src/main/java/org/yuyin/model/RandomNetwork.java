package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.yuyin.feature.Modality;

/**
 * The network of {@link RandomMethod}: a vector's bits, hashed together with the run's seed, decide
 * where its point lies, evenly on the sphere. Nothing about the pairs is known to it, and every
 * order of a pool is equally likely, so that Recall@K is K/N on average over seeds. Only music
 * whose vectors are equal in every bit shares a point, and ties count against the model.
 */
final class RandomNetwork implements Network {
  private static final String SALT = "salt";
  private static final int SALT_VALUES = 4;
  private static final int SALT_BITS = 16; // a float32 holds such a number exactly
  private static final long FNV_PRIME = 0x100000001b3L; // Fowler, Noll and Vo, 64 bits

  private final int width;

  RandomNetwork(int width) {
    this.width = width;
  }

  @Override
  public Set<Modality> modalities() {
    return EnumSet.of(Modality.VIDEO, Modality.AUDIO);
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void initialise(InitialWeights into, PairRows pairs) {
    var salt = new float[SALT_VALUES];
    for (int i = 0; i < SALT_VALUES; i++) {
      salt[i] = into.random().nextInt(1 << SALT_BITS);
    }
    into.kept(SALT, salt);
  }

  @Override
  public NDArray encodeVideo(Weights weights, Features features) {
    return points(weights, features, Modality.VIDEO);
  }

  @Override
  public NDArray encodeMusic(Weights weights, Features features) {
    return points(weights, features, Modality.AUDIO);
  }

  private NDArray points(Weights weights, Features features, Modality modality) {
    long salt = 0;
    for (var part : weights.get(SALT).toFloatArray()) {
      salt = (salt << SALT_BITS) + (long) part;
    }
    salt += modality.ordinal();
    var vectors = features.get(modality);
    int rows = Math.toIntExact(vectors.getShape().get(0));
    var values = vectors.toFloatArray();
    var points = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      var random = new SplittableRandom(hash(values, row, values.length / rows, salt));
      for (int column = 0; column < width; column++) {
        points[row * width + column] = (float) random.nextGaussian();
      }
    }
    return vectors.getManager().create(points, new Shape(rows, width)).normalize();
  }

  private static long hash(float[] values, int row, int columns, long salt) {
    long hash = salt;
    for (int i = row * columns; i < (row + 1) * columns; i++) {
      hash = (hash ^ Float.floatToIntBits(values[i])) * FNV_PRIME;
    }
    return hash;
  }
}
