package org.yuyin.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.yuyin.model.WeightValues;
import org.yuyin.storage.InputException;
import org.yuyin.storage.Safetensors;
import org.yuyin.storage.SafetensorsWriter;

/**
 * A checkpoint on disk: one safetensors file, so that weights, moments and position can never be of
 * different moments. Tensors are named {@code trained/…}, {@code kept/…}, {@code mean/…} and {@code
 * variance/…}; description and position are JSON in the metadata.
 */
record CheckpointFile(Path path) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORMAT = "1";
  private static final Set<String> MOMENTS = Set.of("mean", "variance");

  /** Replaces the file as a whole. */
  void write(Checkpoint checkpoint) {
    var writer =
        new SafetensorsWriter()
            .metadata("format", FORMAT)
            .metadata("description", json(checkpoint.description()))
            .metadata("position", json(checkpoint.position()))
            .metadata("steps", Long.toString(checkpoint.steps()));
    for (var weight : checkpoint.weights()) {
      var prefix = weight.trained() ? "trained/" : "kept/";
      writer.tensor(prefix + weight.name(), weight.shape(), weight::values);
    }
    for (var moment : checkpoint.moments()) {
      writer.tensor(moment.name(), moment.shape(), moment::values);
    }
    writer.write(path);
  }

  /** Reads everything. */
  Checkpoint read() {
    try (var file = Safetensors.open(path)) {
      var weights = new ArrayList<WeightValues>();
      var moments = new ArrayList<WeightValues>();
      for (var name : file.entries().keySet()) {
        int slash = name.indexOf('/');
        var kind = slash < 0 ? "" : name.substring(0, slash);
        if (MOMENTS.contains(kind)) {
          moments.add(new WeightValues(name, file.shape(name), file.floats(name), false));
        } else {
          weights.add(
              new WeightValues(
                  name.substring(slash + 1),
                  file.shape(name),
                  file.floats(name),
                  kind.equals("trained")));
        }
      }
      return new Checkpoint(
          value(file.metadata(), "description", Description.class),
          value(file.metadata(), "position", Position.class),
          weights,
          moments,
          value(file.metadata(), "steps", Long.class));
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value, e);
    }
  }

  private <T> T value(Map<String, String> metadata, String key, Class<T> type) {
    try {
      var text = metadata.get(key);
      if (!FORMAT.equals(metadata.get("format")) || text == null) {
        throw new InputException("%s is no checkpoint of this program".formatted(path));
      }
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new InputException(
          "%s is no checkpoint of this program: its %s cannot be read".formatted(path, key), e);
    }
  }
}
