package org.yuyin.feature.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.yuyin.storage.TensorShape;

/** The tensors of a network in native memory, by name. Any thread may use them. */
public final class NetworkWeights implements AutoCloseable {
  private final NDManager manager = NDManager.newBaseManager("PyTorch");
  private final Map<String, NDArray> arrays = new HashMap<>();

  /**
   * Copies the tensors out of the file, which may be closed afterwards.
   *
   * @throws org.yuyin.storage.InputException when one is missing or of another shape
   */
  public NetworkWeights(PublishedTensors file, Stream<TensorShape> tensors) {
    try {
      tensors.forEach(tensor -> arrays.put(tensor.name(), array(file, tensor)));
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private NDArray array(PublishedTensors file, TensorShape tensor) {
    return manager.create(file.floats(tensor), new Shape(tensor.sizes()));
  }

  /** One tensor; stays here. */
  public NDArray get(String name) {
    var array = arrays.get(name);
    if (array == null) {
      throw new IllegalStateException("the network never asked for " + name);
    }
    return array;
  }

  /** A manager for one batch, to be closed by the caller. */
  public NDManager batch() {
    return manager.newSubManager();
  }

  @Override
  public void close() {
    manager.close();
  }
}
