package org.yuyin.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What the first bytes of a NumPy {@code .npy} file say, formats 1.0 to 3.0 (NumPy Enhancement
 * Proposal 1).
 *
 * @param type NumPy's name of the element type, such as {@code <f4}
 * @param fortranOrder true when the first index changes fastest
 * @param shape length of each dimension; empty for a single value
 * @param dataOffset first byte of the values
 */
public record NpyHeader(String type, boolean fortranOrder, long[] shape, long dataOffset) {
  /** Little-endian float32: the type of every matrix that the program keeps. */
  public static final String FLOAT32 = "<f4";

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  // Far above any plain array's header; a longer one is damage or a structured type.
  private static final int LONGEST = 1 << 16;
  // The values start at a multiple of this, as NumPy writes them.
  private static final int ALIGNMENT = 64;
  private static final Pattern DICTIONARY =
      Pattern.compile(
          "\\s*\\{\\s*'descr'\\s*:\\s*'([^']*)'\\s*,\\s*'fortran_order'\\s*:\\s*(True|False)\\s*,"
              + "\\s*'shape'\\s*:\\s*\\(([0-9,\\s]*)\\)\\s*+,?\\s*+\\}\\s*");

  /** Reads the header of a file; anything that is no such file is refused by name. */
  public static NpyHeader read(Path file) {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return parse(file, channel);
    } catch (NoSuchFileException e) {
      throw new InputException("%s is missing".formatted(file), e);
    } catch (EOFException e) {
      throw new InputException("%s ends within its header".formatted(file), e);
    } catch (IOException e) {
      throw IoProblems.reading(file, e);
    }
  }

  private static NpyHeader parse(Path file, FileChannel channel) throws IOException {
    if (Files.isDirectory(file)) {
      throw new InputException("%s is a folder, not a .npy file".formatted(file));
    }
    var start = read(channel, 0, 8);
    if (!Arrays.equals(start.array(), 0, 6, MAGIC, 0, 6)) {
      throw new InputException("%s is not a .npy file".formatted(file));
    }
    int major = start.get(6);
    if (major < 1 || major > 3) {
      throw new InputException(
          "%s has .npy format %d; 1, 2 and 3 are known".formatted(file, major));
    }
    int lengthBytes = major == 1 ? 2 : 4;
    var lengthField = read(channel, 8, lengthBytes);
    long length =
        major == 1
            ? Short.toUnsignedLong(lengthField.getShort(0))
            : Integer.toUnsignedLong(lengthField.getInt(0));
    if (length > LONGEST) {
      throw new InputException(
          "%s announces a header of %,d bytes; it is damaged".formatted(file, length));
    }
    var text = read(channel, 8L + lengthBytes, (int) length);
    var charset = major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    return ofDictionary(file, new String(text.array(), charset), 8L + lengthBytes + length);
  }

  private static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
    var buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException();
      }
    }
    return buffer;
  }

  private static NpyHeader ofDictionary(Path file, String text, long dataOffset) {
    var fields = DICTIONARY.matcher(text);
    if (!fields.matches()) {
      throw new InputException(
          "%s has a header that is no plain array: %s".formatted(file, text.strip()));
    }
    try {
      var shape =
          Arrays.stream(fields.group(3).split(","))
              .map(String::strip)
              .filter(length -> !length.isEmpty())
              .mapToLong(Long::parseLong)
              .toArray();
      return new NpyHeader(fields.group(1), fields.group(2).equals("True"), shape, dataOffset);
    } catch (NumberFormatException e) {
      throw new InputException("%s has an impossible shape".formatted(file), e);
    }
  }

  /** Number of values; a shape whose product leaves a long is damage. */
  public long count(Path file) {
    try {
      return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    } catch (ArithmeticException e) {
      throw new InputException("%s has an impossible shape".formatted(file), e);
    }
  }

  /** The shape as NumPy prints it: {@code (311, 2048)}. */
  public String shapeText() {
    return LongStream.of(shape)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(", ", "(", shape.length == 1 ? ",)" : ")"));
  }

  /**
   * The bytes of a format 1.0 header in C order, padded so that every shape of the same rank takes
   * the same room: a writer may put a first guess and correct it at the end.
   */
  static ByteBuffer bytes(long... shape) {
    var text =
        "{'descr': '%s', 'fortran_order': False, 'shape': %s, }"
            .formatted(FLOAT32, new NpyHeader(FLOAT32, false, shape, 0).shapeText());
    // 20 digits a dimension hold any long.
    int room = 10 + 60 + 22 * shape.length + 1;
    int total = (room + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    var padded = text + " ".repeat(total - 11 - text.length()) + "\n";
    return ByteBuffer.allocate(total)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) padded.length())
        .put(padded.getBytes(StandardCharsets.ISO_8859_1))
        .flip();
  }
}
