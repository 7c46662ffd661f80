package org.yuyin.feature.transformer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.yuyin.storage.Safetensors;
import org.yuyin.storage.SafetensorsWriter;

/** Small published models among the test resources, and altered copies of them. */
public final class TestCheckpoints {
  /** An AST of 64 values with a classifier of 10 classes. */
  public static final Path AST = Path.of("src/test/resources/ast/tiny_a");

  /** An AST of 24 values, of other proportions, without classifier, prefix, and query biases. */
  public static final Path SMALL_AST = Path.of("src/test/resources/ast/small");

  /** A BERT of 32 values. */
  public static final Path BERT = Path.of("src/test/resources/bert");

  private static final ObjectMapper JSON = new ObjectMapper();

  private TestCheckpoints() {}

  /** Copies the files that belong to a model; gives the new folder. */
  public static Path copy(Path model, Path folder) {
    try {
      Files.createDirectories(folder);
      for (var name : new String[] {"config.json", "model.safetensors", "vocab.txt"}) {
        if (Files.exists(model.resolve(name))) {
          Files.write(folder.resolve(name), Files.readAllBytes(model.resolve(name)));
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces fields of {@code config.json}; null takes one away. */
  public static Path configure(Path folder, Map<String, Object> fields) {
    var file = folder.resolve("config.json").toFile();
    try {
      var config = (ObjectNode) JSON.readTree(file);
      fields.forEach((name, value) -> config.set(name, JSON.valueToTree(value)));
      JSON.writeValue(file, config);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the weights anew under other names; a tensor whose new name is empty is left out. */
  public static Path rename(Path folder, UnaryOperator<String> names) {
    var file = folder.resolve("model.safetensors");
    var writer = new SafetensorsWriter();
    try (var tensors = Safetensors.open(file)) {
      for (var name : tensors.entries().keySet()) {
        var values = tensors.floats(name);
        if (!names.apply(name).isEmpty()) {
          writer.tensor(names.apply(name), tensors.shape(name), () -> values);
        }
      }
    }
    writer.write(file);
    return folder;
  }
}
