package org.yuyin.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small NumPy array in memory, in C order whatever the file's order was. Datasets use {@link
 * MappedNpy}.
 *
 * @param shape length of each dimension
 * @param values as many as the shape's product
 */
public record NpyArray(int[] shape, double[] values) {
  /** Reads float32, float64 or int32, little-endian, of either order. */
  public static NpyArray read(Path file) {
    var header = NpyHeader.read(file);
    int bytes =
        switch (header.type()) {
          case "<f4", "<i4" -> 4;
          case "<f8" -> 8;
          default ->
              throw new InputException(
                  "%s holds %s; float32, float64 and int32 are read"
                      .formatted(file, header.type()));
        };
    var count = header.count(file);
    var data = data(file, header);
    if (count != data.remaining() / bytes || data.remaining() % bytes != 0) {
      throw new InputException(
          "%s should hold %,d values of %d bytes for shape %s, but holds %,d bytes"
              .formatted(file, count, bytes, header.shapeText(), data.remaining()));
    }
    var values = new double[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (header.type()) {
            case "<f4" -> data.getFloat();
            case "<i4" -> data.getInt();
            default -> data.getDouble();
          };
    }
    var shape = new int[header.shape().length];
    for (int i = 0; i < shape.length; i++) {
      if (header.shape()[i] > Integer.MAX_VALUE) {
        throw new InputException("%s has a shape beyond all bounds".formatted(file));
      }
      shape[i] = (int) header.shape()[i];
    }
    return new NpyArray(shape, header.fortranOrder() ? toCOrder(values, shape) : values);
  }

  private static ByteBuffer data(Path file, NpyHeader header) {
    try {
      var all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      return all.position(Math.toIntExact(header.dataOffset()));
    } catch (IOException e) {
      throw IoProblems.reading(file, e);
    }
  }

  private static double[] toCOrder(double[] fortran, int[] shape) {
    var ordered = new double[fortran.length];
    var index = new int[shape.length];
    for (int i = 0; i < fortran.length; i++) {
      int at = 0;
      for (int d = 0; d < shape.length; d++) {
        at = at * shape[d] + index[d];
      }
      ordered[at] = fortran[i];
      for (int d = 0; d < shape.length && ++index[d] == shape[d]; d++) {
        index[d] = 0;
      }
    }
    return ordered;
  }

  /** The values in float32. */
  public float[] floats() {
    var floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** The rows of a matrix in float32; another rank is a caller's error. */
  public float[][] rows() {
    if (shape.length != 2) {
      throw new IllegalStateException("a matrix has 2 dimensions, this array " + shape.length);
    }
    var rows = new float[shape[0]][shape[1]];
    for (int row = 0; row < shape[0]; row++) {
      for (int column = 0; column < shape[1]; column++) {
        rows[row][column] = (float) values[row * shape[1] + column];
      }
    }
    return rows;
  }
}
