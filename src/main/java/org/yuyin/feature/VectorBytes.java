package org.yuyin.feature;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a vector lies in the database and in blobs: float32, little-endian, without a header. */
public final class VectorBytes {
  private VectorBytes() {}

  /** Four bytes for each value. */
  public static byte[] encode(float[] vector) {
    var bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return bytes.array();
  }

  /**
   * The inverse of {@link #encode}.
   *
   * @throws IllegalArgumentException when the length is no multiple of four
   */
  public static float[] decode(byte[] bytes) {
    if (bytes.length % Float.BYTES != 0) {
      throw new IllegalArgumentException(
          "a stored vector needs a multiple of 4 bytes, got " + bytes.length);
    }
    var vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}
