package org.yuyin.feature.picture;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The weights of a TensorFlow.js layers model whose files were packed as JavaScript modules: {@code
 * weightsManifest} in the model module says name, shape, scale and minimum of every tensor, and the
 * shards hold one byte a value, tensor after tensor in that order.
 */
final class TfjsModel {
  private static final ObjectMapper JAVASCRIPT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
          .build();
  private static final String MANIFEST = "weightsManifest:";

  /**
   * A tensor stored as bytes.
   *
   * @param scale and {@code minimum}: value = byte × scale + minimum, worked out in double
   *     precision
   * @param offset of its first byte in the joined shards
   */
  private record Quantised(int[] shape, double scale, double minimum, int offset) {
    int count() {
      return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }
  }

  private final Map<String, Quantised> tensors = new LinkedHashMap<>();
  private final byte[] bytes;

  /**
   * Reads the manifest; fails when it and the bytes do not fit each other.
   *
   * @param module text of the model module
   * @param bytes the joined shards
   */
  TfjsModel(String module, byte[] bytes) throws IOException {
    this.bytes = bytes;
    int offset = 0;
    for (var weight : manifest(module).path(0).path("weights")) {
      var quantisation = weight.path("quantization");
      if (!quantisation.path("dtype").asText().equals("uint8")) {
        throw new IOException("tensor " + weight.path("name") + " is not stored as uint8");
      }
      var tensor =
          new Quantised(
              shape(weight.path("shape")),
              quantisation.path("scale").asDouble(),
              quantisation.path("min").asDouble(),
              offset);
      tensors.put(weight.path("name").asText(), tensor);
      offset += tensor.count();
    }
    if (offset != bytes.length) {
      throw new IOException(
          "the manifest needs %d bytes, the shards hold %d".formatted(offset, bytes.length));
    }
  }

  private static JsonNode manifest(String module) throws IOException {
    int start = module.indexOf(MANIFEST);
    if (start < 0) {
      throw new IOException("the model module has no " + MANIFEST);
    }
    // The parser stops after the array's closing bracket, whatever code follows.
    try (var parser =
        JAVASCRIPT.createParser(
            // Jackson takes ".5" but not "-.5".
            module.substring(start + MANIFEST.length()).replace(":-.", ":-0."))) {
      return JAVASCRIPT.readTree(parser);
    }
  }

  private static int[] shape(JsonNode node) {
    var shape = new int[node.size()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = node.get(axis).asInt();
    }
    return shape;
  }

  int[] shape(String name) throws IOException {
    return find(name).shape().clone();
  }

  /** The values, row-major in TensorFlow's layout. */
  float[] values(String name) throws IOException {
    var tensor = find(name);
    var values = new float[tensor.count()];
    for (int i = 0; i < values.length; i++) {
      int stored = Byte.toUnsignedInt(bytes[tensor.offset() + i]);
      values[i] = (float) (stored * tensor.scale() + tensor.minimum());
    }
    return values;
  }

  private Quantised find(String name) throws IOException {
    var tensor = tensors.get(name);
    if (tensor == null) {
      throw new IOException("the model has no tensor " + name);
    }
    return tensor;
  }
}
