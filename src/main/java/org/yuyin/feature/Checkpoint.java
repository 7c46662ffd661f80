package org.yuyin.feature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A published model on disk: a safetensors file, and in the same folder what belongs to it.
 *
 * @param folder that holds the other files
 * @param weights the safetensors file
 */
public record Checkpoint(Path folder, Path weights) {
  private static final String WEIGHTS = "model.safetensors";
  private static final String CONFIG = "config.json";

  /**
   * Of a folder with {@code model.safetensors} in it, or of a file that is named so or otherwise
   * and ends in {@code .safetensors}. Nothing need be there yet.
   */
  public static Checkpoint at(Path given) {
    var absolute = given.toAbsolutePath();
    var parent = absolute.getParent();
    return parent != null && given.toString().endsWith(".safetensors")
        ? new Checkpoint(parent, absolute)
        : new Checkpoint(absolute, absolute.resolve(WEIGHTS));
  }

  /** The file of that name beside the weights. */
  public Path beside(String name) {
    return folder.resolve(name);
  }

  /** How large the model is. */
  public Path config() {
    return beside(CONFIG);
  }

  /**
   * Which file is not there, and what to do; empty when all are.
   *
   * @param get how to have the model
   * @param others needed beside weights and configuration
   */
  public Optional<String> missing(String get, Path... others) {
    return Stream.concat(Stream.of(weights, config()), Stream.of(others))
        .filter(file -> !Files.isRegularFile(file))
        .findFirst()
        .map(file -> "%s is not there: %s".formatted(file, get));
  }
}
