package org.yuyin.feature;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;
import org.yuyin.storage.Safetensors;
import org.yuyin.storage.Sha256;
import org.yuyin.storage.TensorShape;

/**
 * A file of weights that an extractor can use, as {@code models/NAME.json} describes it. The file
 * itself lies in the models folder and is never part of the program.
 *
 * @param name of the extractor
 * @param file its name in the models folder, with its sub-folder
 * @param bytes its size; null where the file is put there by hand and may differ
 * @param sha256 of its content; null likewise
 * @param licence of the weights
 * @param source who published them
 * @param get what to do to have it
 * @param tensors some tensors by which it is recognised, with their shapes
 */
public record WeightsFile(
    String name,
    String file,
    @Nullable Long bytes,
    @Nullable String sha256,
    String licence,
    String source,
    String get,
    Map<String, List<Long>> tensors) {
  /** The description in {@code models/NAME.json}. */
  public static WeightsFile named(String name) {
    var resource = "/models/" + name + ".json";
    try (var json = WeightsFile.class.getResourceAsStream(resource)) {
      if (json == null) {
        throw new IllegalArgumentException("there is no " + resource);
      }
      return new ObjectMapper().readValue(json, WeightsFile.class);
    } catch (IOException e) {
      throw new IllegalStateException(resource + " cannot be read", e);
    }
  }

  /** Where the file belongs. */
  public Path in(Path models) {
    return models.resolve(file);
  }

  /**
   * Why the file cannot be used, judged by presence and size alone, and what to do; empty when it
   * looks right.
   */
  public Optional<String> missing(Path models) {
    var path = in(models);
    if (!Files.isRegularFile(path)) {
      return Optional.of("%s is not there: %s".formatted(path, get));
    }
    try {
      long size = Files.size(path);
      return bytes == null || size == bytes
          ? Optional.empty()
          : Optional.of(
              "%s has %d bytes and should have %d: delete it, then %s"
                  .formatted(path, size, bytes, get));
    } catch (IOException e) {
      return Optional.of(String.valueOf(IoProblems.reading(path, e).getMessage()));
    }
  }

  /** Checks presence, size, SHA-256, format and tensors, and refuses anything else. */
  public void verify(Path models) {
    missing(models)
        .ifPresent(
            problem -> {
              throw new InputException(problem);
            });
    var path = in(models);
    if (sha256 != null && !sha256.equals(Sha256.of(path))) {
      throw new InputException(
          "%s is damaged, its SHA-256 differs: delete it, then %s".formatted(path, get));
    }
    try (var opened = Safetensors.open(path)) {
      shapes().forEach(opened::require);
    }
  }

  /** The tensors by which it is recognised. */
  public Stream<TensorShape> shapes() {
    return tensors.entrySet().stream()
        .map(tensor -> new TensorShape(tensor.getKey(), tensor.getValue()));
  }

  /** Verifies the file, then maps it; the caller closes it. */
  public Safetensors open(Path models) {
    verify(models);
    return Safetensors.open(in(models));
  }
}
