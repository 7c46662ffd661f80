package org.yuyin.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Gathers float32 tensors and writes them as one safetensors file. Values are asked for one tensor
 * at a time while writing, so that a large model need not lie in memory twice. The same tensors
 * always give the same bytes.
 */
public final class SafetensorsWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Tensor(long[] shape, Supplier<float[]> values) {
    long bytes() {
      long count = 1;
      for (var size : shape) {
        count = Math.multiplyExact(count, size);
      }
      return Math.multiplyExact(count, Float.BYTES);
    }
  }

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  /** Adds a free text beside the tensors. */
  public SafetensorsWriter metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /**
   * Adds a tensor.
   *
   * @param values row-major, as many as the shape says; asked for once, by {@link #write}
   */
  public SafetensorsWriter tensor(String name, long[] shape, Supplier<float[]> values) {
    if (tensors.put(name, new Tensor(shape.clone(), values)) != null) {
      throw new IllegalArgumentException("two tensors are named " + name);
    }
    return this;
  }

  /**
   * Replaces the target, whose folder is made when missing; it is whole or not there. A full disk
   * or a folder without permission is an {@link InputException} in one line.
   */
  public void write(Path target) {
    AtomicFile.write(
        target,
        out -> {
          writeHeader(out);
          for (var tensor : tensors.entrySet()) {
            writeValues(out, tensor.getKey(), tensor.getValue());
          }
        });
  }

  private void writeHeader(OutputStream out) throws IOException {
    var header = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      var texts = header.putObject("__metadata__");
      metadata.forEach(texts::put);
    }
    long begin = 0;
    for (var tensor : tensors.entrySet()) {
      describe(header.putObject(tensor.getKey()), tensor.getValue(), begin);
      begin += tensor.getValue().bytes();
    }
    var json = JSON.writeValueAsString(header);
    // Padded with spaces, so that the values start on a multiple of eight.
    int padding = -json.getBytes(StandardCharsets.UTF_8).length & 7;
    var text = (json + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
    var bytes = ByteBuffer.allocate(Long.BYTES + text.length).order(ByteOrder.LITTLE_ENDIAN);
    out.write(bytes.putLong(text.length).put(text).array());
  }

  private static void describe(ObjectNode node, Tensor tensor, long begin) {
    node.put("dtype", "F32");
    var shape = node.putArray("shape");
    for (var size : tensor.shape()) {
      shape.add(size);
    }
    node.putArray("data_offsets").add(begin).add(begin + tensor.bytes());
  }

  private static void writeValues(OutputStream out, String name, Tensor tensor) throws IOException {
    var values = tensor.values().get();
    if ((long) values.length * Float.BYTES != tensor.bytes()) {
      throw new IllegalArgumentException(
          "tensor %s needs %d values, got %d"
              .formatted(name, tensor.bytes() / Float.BYTES, values.length));
    }
    var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    out.write(bytes.array());
  }
}
