package org.yuyin.retrieval;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Uses the processor's vectors: bytes are widened to shorts and multiplied there; the sum of two
 * products, at most 2 × 127 × 127, still fits a short, and is then widened to int.
 */
final class VectorInt8Kernel implements Int8Kernel {
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int SMALLEST_BITS = 128;

  private VectorInt8Kernel() {}

  /** Vectors shorter than 128 bits would be emulated, slower than plain loops. */
  static Int8Kernel orScalar() {
    return SHORTS.vectorBitSize() >= SMALLEST_BITS && SHORTS.vectorShape() == INTS.vectorShape()
        ? new VectorInt8Kernel()
        : new ScalarInt8Kernel();
  }

  // Constants, so that the compiler folds them into the loop.
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(
          byte.class, VectorShape.forBitSize(Math.max(64, SHORTS.vectorBitSize() / 2)));
  private static final int LANES = SHORTS.length();

  @Override
  public void multiply(byte[] items, byte[] query, int[] products) {
    int width = query.length;
    var wide = new short[width];
    for (int d = 0; d < width; d++) {
      wide[d] = query[d];
    }
    for (int item = 0; item < products.length; item++) {
      products[item] = product(items, item * width, wide);
    }
  }

  private static int product(byte[] items, int from, short[] query) {
    int pairs = query.length - query.length % (2 * LANES);
    var even = IntVector.zero(INTS);
    var odd = IntVector.zero(INTS);
    for (int d = 0; d < pairs; d += 2 * LANES) {
      var products = shorts(items, from + d).mul(ShortVector.fromArray(SHORTS, query, d));
      var more =
          shorts(items, from + d + LANES).mul(ShortVector.fromArray(SHORTS, query, d + LANES));
      var two = products.add(more);
      even = even.add((IntVector) two.convertShape(VectorOperators.S2I, INTS, 0));
      odd = odd.add((IntVector) two.convertShape(VectorOperators.S2I, INTS, 1));
    }
    int sum = even.add(odd).reduceLanes(VectorOperators.ADD);
    for (int d = pairs; d < query.length; d++) {
      sum += items[from + d] * query[d];
    }
    return sum;
  }

  private static ShortVector shorts(byte[] items, int at) {
    return (ShortVector)
        ByteVector.fromArray(BYTES, items, at).convertShape(VectorOperators.B2S, SHORTS, 0);
  }

  @Override
  public String description() {
    return "vectors of %d bits".formatted(SHORTS.vectorBitSize());
  }
}
