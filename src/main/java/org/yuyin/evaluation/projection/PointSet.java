package org.yuyin.evaluation.projection;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Points of a picture, as stored and as browsers read them.
 *
 * @param places x, y of every point
 * @param rows of the snapshot
 * @param modalities 0 for pictures, 1 for music
 * @param categories place in the list of names
 */
public record PointSet(float[] places, int[] rows, byte[] modalities, short[] categories) {
  /** Pictures. */
  public static final byte VIDEO = 0;

  /** Music. */
  public static final byte MUSIC = 1;

  private static final byte[] MAGIC = {'Y', 'Y', 'P', '1'};
  private static final int HEADER = 16;
  private static final int BYTES_EACH = 2 * Float.BYTES + Integer.BYTES + Short.BYTES + 1;

  public PointSet {
    int size = rows.length;
    if (places.length != 2 * size || modalities.length != size || categories.length != size) {
      throw new IllegalArgumentException("every point needs a place, a row, a side, a category");
    }
  }

  /** How many points. */
  public int size() {
    return rows.length;
  }

  byte[] placeBytes() {
    var bytes = little(places.length * Float.BYTES);
    for (float value : places) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }

  byte[] rowBytes() {
    var bytes = little(rows.length * Integer.BYTES);
    for (int row : rows) {
      bytes.putInt(row);
    }
    return bytes.array();
  }

  byte[] categoryBytes() {
    var bytes = little(categories.length * Short.BYTES);
    for (short category : categories) {
      bytes.putShort(category);
    }
    return bytes.array();
  }

  static PointSet of(byte[] places, byte[] rows, byte[] modalities, byte[] categories) {
    var floats = new float[places.length / Float.BYTES];
    ByteBuffer.wrap(places).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    var ints = new int[rows.length / Integer.BYTES];
    ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(ints);
    var shorts = new short[categories.length / Short.BYTES];
    ByteBuffer.wrap(categories).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(shorts);
    return new PointSet(floats, ints, modalities, shorts);
  }

  /**
   * For browsers, little-endian: "YYP1", the number of points n (uint32), 8 bytes of zeros; then n
   * times x, y (float32), n rows (uint32), n categories (uint16), n modalities (uint8).
   */
  public byte[] toBytes() {
    var bytes = little(HEADER + BYTES_EACH * size());
    bytes.put(MAGIC).putInt(size()).putLong(0);
    bytes.put(placeBytes()).put(rowBytes()).put(categoryBytes()).put(modalities);
    return bytes.array();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether all is the same, value by value. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PointSet set && Arrays.equals(toBytes(), set.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }
}
