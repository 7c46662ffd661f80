package org.yuyin.storage;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A float32 matrix in a {@code .npy} file, read through the operating system's page cache: a file
 * of any size takes no heap. Safe for many readers; the mapping ends when the object is collected.
 */
public final class MappedNpy {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final int rows;
  private final int width;
  private final MemorySegment values;

  private MappedNpy(Path file, int rows, int width, MemorySegment values) {
    this.file = file;
    this.rows = rows;
    this.width = width;
    this.values = values;
  }

  /**
   * Maps a file. Refused, by file and with what to do: another type than float32, Fortran order,
   * another rank than 2, a file that is shorter or longer than its shape says.
   */
  public static MappedNpy open(Path file) {
    var header = NpyHeader.read(file);
    requireMatrix(file, header);
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long bytes = header.count(file) * Float.BYTES;
      long held = channel.size() - header.dataOffset();
      if (held != bytes) {
        throw new InputException(
            "%s is damaged: shape %s needs %,d bytes of values, the file holds %,d"
                .formatted(file, header.shapeText(), bytes, held));
      }
      var values =
          channel.map(FileChannel.MapMode.READ_ONLY, header.dataOffset(), bytes, Arena.ofAuto());
      return new MappedNpy(
          file, Math.toIntExact(header.shape()[0]), Math.toIntExact(header.shape()[1]), values);
    } catch (IOException e) {
      throw IoProblems.reading(file, e);
    }
  }

  private static void requireMatrix(Path file, NpyHeader header) {
    if (!header.type().equals(NpyHeader.FLOAT32)) {
      throw new InputException(
          "%s holds %s; save it as little-endian float32 (astype('<f4'))"
              .formatted(file, header.type()));
    }
    if (header.fortranOrder()) {
      throw new InputException(
          "%s is in Fortran order; save it row by row (numpy.ascontiguousarray)".formatted(file));
    }
    if (header.shape().length != 2) {
      throw new InputException(
          "%s has shape %s; a matrix (rows, width) is wanted".formatted(file, header.shapeText()));
    }
    for (var length : header.shape()) {
      if (length > Integer.MAX_VALUE - 8) {
        throw new InputException(
            "%s has shape %s, more than can be counted".formatted(file, header.shapeText()));
      }
    }
  }

  /** The mapped file. */
  public Path file() {
    return file;
  }

  /** Rows of the matrix. */
  public int rows() {
    return rows;
  }

  /** Values in a row. */
  public int width() {
    return width;
  }

  /** Copies one row into {@code target} from {@code offset} on. */
  public void copyRow(int row, float[] target, int offset) {
    if (row < 0 || row >= rows) {
      throw new IndexOutOfBoundsException("row %d of %s, which has %d".formatted(row, file, rows));
    }
    MemorySegment.copy(values, FLOAT, (long) row * width * Float.BYTES, target, offset, width);
  }
}
