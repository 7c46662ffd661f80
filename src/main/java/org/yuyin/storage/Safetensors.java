package org.yuyin.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A memory-mapped safetensors file: eight bytes of header length (little-endian), a JSON header,
 * then the tensors' values without gaps. The header is checked whole before any value is read;
 * whatever breaks the format is refused as an {@link InputException} that names the file. {@link
 * #close} ends the mapping.
 */
public final class Safetensors implements AutoCloseable {
  private static final int LENGTH_BYTES = 8;
  // The limit of the reference implementation.
  private static final long LONGEST_HEADER = 100_000_000;
  private static final long SAMPLES = 64;
  private static final long SAMPLE_BYTES = 256;
  private static final Map<String, Integer> BYTES_OF =
      Map.ofEntries(
          Map.entry("F64", 8),
          Map.entry("F32", 4),
          Map.entry("F16", 2),
          Map.entry("BF16", 2),
          Map.entry("I64", 8),
          Map.entry("I32", 4),
          Map.entry("I16", 2),
          Map.entry("I8", 1),
          Map.entry("U8", 1),
          Map.entry("BOOL", 1));
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ValueLayout.OfFloat LITTLE_FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /**
   * One tensor of the file.
   *
   * @param type such as {@code F32}
   * @param shape empty for a single value
   * @param begin first byte, counted from the end of the header
   * @param end one past the last byte
   */
  public record Entry(String type, List<Long> shape, long begin, long end) {
    /** Number of values. */
    public long count() {
      return shape.stream().reduce(1L, Math::multiplyExact);
    }
  }

  private final Path file;
  private final Arena arena;
  private final MemorySegment values;
  private final Map<String, Entry> entries;
  private final Map<String, String> metadata;

  private Safetensors(
      Path file,
      Arena arena,
      MemorySegment values,
      Map<String, Entry> entries,
      Map<String, String> metadata) {
    this.file = file;
    this.arena = arena;
    this.values = values;
    this.entries = entries;
    this.metadata = metadata;
  }

  /** Maps the file and checks its header. */
  public static Safetensors open(Path file) {
    var arena = Arena.ofShared();
    try {
      return read(file, arena);
    } catch (IOException e) {
      arena.close();
      throw new InputException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  private static Safetensors read(Path file, Arena arena) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      check(whole.byteSize() >= LENGTH_BYTES, file, "it ends within the header length");
      long headerBytes =
          whole.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), 0);
      check(
          headerBytes > 0
              && headerBytes <= LONGEST_HEADER
              && headerBytes <= whole.byteSize() - LENGTH_BYTES,
          file,
          "its header claims %s bytes".formatted(Long.toUnsignedString(headerBytes)));
      var header = parse(whole.asSlice(LENGTH_BYTES, headerBytes), file);
      var values = whole.asSlice(LENGTH_BYTES + headerBytes);
      var metadata = metadata(header.path("__metadata__"), file);
      var entries = entries(header, file);
      checkLayout(entries, values.byteSize(), file);
      return new Safetensors(file, arena, values, entries, metadata);
    }
  }

  private static JsonNode parse(MemorySegment header, Path file) throws IOException {
    try {
      var node = JSON.readTree(header.toArray(ValueLayout.JAVA_BYTE));
      check(node.isObject(), file, "its header is no JSON object");
      return node;
    } catch (JsonProcessingException e) {
      throw new InputException(
          "%s is no safetensors file: its header is no JSON (%s)"
              .formatted(file, e.getOriginalMessage()),
          e);
    }
  }

  private static Map<String, String> metadata(JsonNode node, Path file) {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (var property : node.properties()) {
      check(property.getValue().isTextual(), file, "its metadata holds more than texts");
      metadata.put(property.getKey(), property.getValue().textValue());
    }
    return Collections.unmodifiableMap(metadata);
  }

  private static Map<String, Entry> entries(JsonNode header, Path file) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (var property : header.properties()) {
      if (!property.getKey().equals("__metadata__")) {
        entries.put(property.getKey(), entry(property.getKey(), property.getValue(), file));
      }
    }
    return Collections.unmodifiableMap(entries);
  }

  private static Entry entry(String name, JsonNode node, Path file) {
    var type = node.path("dtype").asText();
    var width = BYTES_OF.get(type);
    check(width != null, file, "tensor %s is of unknown type \"%s\"".formatted(name, type));
    var shape = numbers(node.path("shape"), name, file);
    var offsets = numbers(node.path("data_offsets"), name, file);
    check(offsets.size() == 2, file, "tensor %s has no two offsets".formatted(name));
    var entry = new Entry(type, shape, offsets.get(0), offsets.get(1));
    check(
        fits(entry, width == null ? 0 : width),
        file,
        "tensor %s of shape %s and type %s does not fit its %d bytes"
            .formatted(name, shape, type, entry.end() - entry.begin()));
    return entry;
  }

  private static boolean fits(Entry entry, int width) {
    try {
      return Math.multiplyExact(entry.count(), width) == entry.end() - entry.begin();
    } catch (ArithmeticException e) {
      return false;
    }
  }

  private static List<Long> numbers(JsonNode node, String name, Path file) {
    check(node.isArray(), file, "tensor %s lacks its shape or offsets".formatted(name));
    var numbers = new ArrayList<Long>();
    for (var number : node) {
      check(
          number.isIntegralNumber() && number.canConvertToLong() && number.longValue() >= 0,
          file,
          "tensor %s has %s where a size belongs".formatted(name, number));
      numbers.add(number.longValue());
    }
    return List.copyOf(numbers);
  }

  /** The tensors must cover the values exactly: no overlap, no gap, nothing left over. */
  private static void checkLayout(Map<String, Entry> entries, long bytes, Path file) {
    long next = 0;
    var inOrder =
        entries.values().stream()
            .sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end))
            .toList();
    for (var entry : inOrder) {
      check(entry.begin() == next, file, "its tensors overlap or leave a gap at byte " + next);
      next = entry.end();
    }
    check(
        next == bytes,
        file,
        "its tensors need %d bytes and %d are there (cut short?)".formatted(next, bytes));
  }

  private static void check(boolean holds, Path file, String otherwise) {
    if (!holds) {
      throw new InputException("%s is no safetensors file: %s".formatted(file, otherwise));
    }
  }

  /** What is there, by name, in the order of the header. */
  public Map<String, Entry> entries() {
    return entries;
  }

  /** Free texts beside the tensors. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Whether there is a tensor of that name. */
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /** The shape of a tensor; an unknown name is refused. */
  public long[] shape(String name) {
    return entry(name).shape().stream().mapToLong(Long::longValue).toArray();
  }

  /** Copies a tensor's values in row-major order; refuses any type but F32. */
  public float[] floats(String name) {
    var entry = entry(name);
    if (!entry.type().equals("F32")) {
      throw new InputException(
          "%s holds tensor %s as %s where F32 is needed".formatted(file, name, entry.type()));
    }
    return values.asSlice(entry.begin(), entry.end() - entry.begin()).toArray(LITTLE_FLOAT);
  }

  /**
   * Makes sure that a tensor is there and has that shape.
   *
   * @throws InputException that names the file, the tensor, and both shapes
   */
  public void require(TensorShape expected) {
    var found = entries.get(expected.name());
    if (found == null || !found.shape().equals(expected.sizes())) {
      throw new InputException(
          "%s: tensor %s should have shape %s and %s"
              .formatted(
                  file,
                  expected.name(),
                  expected.sizes(),
                  found == null ? "is not there" : "has " + found.shape()));
    }
  }

  /**
   * Tells two files apart without reading them whole: the SHA-256 of every name, type and shape,
   * and of some thousand values spread over the file.
   */
  public String fingerprint() {
    var digest = Sha256.digest();
    entries.forEach(
        (name, entry) ->
            digest.update((name + entry.type() + entry.shape()).getBytes(StandardCharsets.UTF_8)));
    long stretch = Math.min(SAMPLE_BYTES, values.byteSize());
    for (long sample = 0; sample < SAMPLES; sample++) {
      long at = (values.byteSize() - stretch) * sample / (SAMPLES - 1);
      digest.update(values.asSlice(at, stretch).toArray(ValueLayout.JAVA_BYTE));
    }
    return Sha256.hex(digest);
  }

  private Entry entry(String name) {
    var entry = entries.get(name);
    if (entry == null) {
      throw new InputException("%s lacks the tensor %s".formatted(file, name));
    }
    return entry;
  }

  @Override
  public void close() {
    arena.close();
  }
}
