package org.yuyin.feature.transformer;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yuyin.storage.Safetensors;
import org.yuyin.storage.TensorShape;

/**
 * The tensors of a published transformer by the names of the bare network. A file saved together
 * with a head puts a prefix before them, and files from TensorFlow's days call the two tensors of a
 * layer normalisation gamma and beta; both are found.
 */
public final class PublishedTensors implements AutoCloseable {
  private final Safetensors file;
  private final String prefix;
  private final boolean prefixed;

  private PublishedTensors(Safetensors file, String prefix) {
    this.file = file;
    this.prefix = prefix;
    this.prefixed = file.entries().keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  /**
   * Maps the file and checks its format.
   *
   * @param prefix that may stand before the names, with its dot
   */
  public static PublishedTensors open(Path path, String prefix) {
    return new PublishedTensors(Safetensors.open(path), prefix);
  }

  /** Whether there is such a tensor. */
  public boolean has(String name) {
    return file.has(stored(name));
  }

  /** Whether there is a tensor of that name and shape. */
  public boolean has(TensorShape tensor) {
    var found = file.entries().get(stored(tensor.name()));
    return found != null && found.shape().equals(tensor.sizes());
  }

  /** Its shape; an unknown name is refused. */
  public long[] shape(String name) {
    return file.shape(stored(name));
  }

  /** Makes sure that the tensors are there with their shapes; names the first that is not. */
  public void require(Stream<TensorShape> tensors) {
    tensors.forEach(tensor -> file.require(stored(tensor)));
  }

  /** A tensor's values in row-major order. */
  public float[] floats(TensorShape tensor) {
    file.require(stored(tensor));
    return file.floats(stored(tensor.name()));
  }

  /** See {@link Safetensors#fingerprint}. */
  public String fingerprint() {
    return file.fingerprint();
  }

  private TensorShape stored(TensorShape tensor) {
    return new TensorShape(stored(tensor.name()), tensor.sizes());
  }

  private String stored(String name) {
    return Stream.of(prefix + name, name)
        .flatMap(candidate -> spellings(candidate).stream())
        .filter(file::has)
        .findFirst()
        .orElse(prefixed ? prefix + name : name);
  }

  private static List<String> spellings(String name) {
    return name.contains("LayerNorm.")
        ? List.of(
            name,
            name.replace("LayerNorm.weight", "LayerNorm.gamma")
                .replace("LayerNorm.bias", "LayerNorm.beta"))
        : List.of(name);
  }

  @Override
  public void close() {
    file.close();
  }
}
