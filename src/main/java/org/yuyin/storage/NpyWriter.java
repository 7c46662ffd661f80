package org.yuyin.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a float32 matrix row by row, without knowing beforehand how many rows there will be. The
 * file appears under its name only when {@link #finish} has written and synced all of it; closing
 * without finishing leaves nothing behind. For one thread.
 */
public final class NpyWriter implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 18;

  private final Path target;
  private final Path unfinished;
  private final int width;
  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long rows;

  /**
   * Starts a file.
   *
   * @param target where it shall be; an older file is replaced when this one is finished
   * @param width values in a row
   */
  public NpyWriter(Path target, int width) {
    this.target = target;
    this.width = width;
    this.unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    try {
      this.channel =
          FileChannel.open(
              unfinished,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      channel.position(NpyHeader.bytes(0, width).remaining());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Writes a whole matrix, (rows, width). */
  public static void write(Path target, float[][] rows, int width) {
    try (var writer = new NpyWriter(target, width)) {
      for (var row : rows) {
        writer.add(row);
      }
      writer.finish();
    }
  }

  /** Appends one row. */
  public void add(float[] row) {
    if (row.length != width) {
      throw new IllegalArgumentException(
          "row %d of %s has %d values instead of %d".formatted(rows, target, row.length, width));
    }
    for (var value : row) {
      if (buffer.remaining() < Float.BYTES) {
        flush();
      }
      buffer.putFloat(value);
    }
    rows++;
  }

  /** Completes the header, syncs, and gives the file its name. */
  public void finish() {
    try {
      flush();
      var header = NpyHeader.bytes(rows, width);
      long at = 0;
      while (header.hasRemaining()) {
        at += channel.write(header, at);
      }
      channel.force(true);
      channel.close();
      AtomicFile.moveInto(unfinished, target);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void flush() {
    try {
      buffer.flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private InputException failed(IOException cause) {
    return IoProblems.writing(target, cause);
  }

  /** Removes the file when it was not finished. */
  @Override
  public void close() {
    try {
      if (channel.isOpen()) {
        channel.close();
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
