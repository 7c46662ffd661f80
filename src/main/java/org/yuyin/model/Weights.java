package org.yuyin.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arrays of a network by name. They live in the manager given, which the owner closes. Reading
 * is thread-safe as long as nobody trains.
 */
public final class Weights {
  private static final NDIndex WHOLE = new NDIndex("...");

  private final Map<String, NDArray> arrays;
  private final Set<String> trained;

  private Weights(Map<String, NDArray> arrays, Set<String> trained) {
    this.arrays = arrays;
    this.trained = trained;
  }

  /** Copies values into native memory on the manager's device. */
  public static Weights of(Collection<WeightValues> values, NDManager manager) {
    var arrays = new LinkedHashMap<String, NDArray>();
    var trained = new java.util.LinkedHashSet<String>();
    for (var value : values) {
      var array = manager.create(FloatBuffer.wrap(value.values()), new Shape(value.shape()));
      if (arrays.put(value.name(), array) != null) {
        throw new IllegalArgumentException("two weights are named " + value.name());
      }
      if (value.trained()) {
        trained.add(value.name());
      }
    }
    return new Weights(arrays, trained);
  }

  /** The array of that name. */
  public NDArray get(String name) {
    var found = arrays.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "there is no weight %s; there are %s".formatted(name, arrays.keySet()));
    }
    return found;
  }

  /** Names of the arrays that gradients move, in order. */
  public Set<String> trained() {
    return java.util.Collections.unmodifiableSet(trained);
  }

  /**
   * The same arrays, but under the name of each trained one the one whose name has that prefix
   * before it. Nothing of the result is trained.
   */
  public Weights replacedBy(String prefix) {
    var others = new LinkedHashMap<>(arrays);
    trained.forEach(name -> others.put(name, get(prefix + name)));
    return new Weights(others, Set.of());
  }

  /** Gives kept arrays other values; those that gradients move are refused. */
  public void keep(Map<String, NDArray> values) {
    values.forEach(
        (name, value) -> {
          if (trained.contains(name)) {
            throw new IllegalArgumentException(name + " is trained and cannot be set");
          }
          get(name).set(WHOLE, value);
        });
  }

  /** Gives kept arrays other values. */
  public void keep(Collection<WeightValues> values) {
    if (!values.isEmpty()) {
      try (var scope = get(values.iterator().next().name()).getManager().newSubManager()) {
        keep(of(values, scope).arrays);
      }
    }
  }

  /** Copies of all arrays in Java's memory. */
  public List<WeightValues> values() {
    return arrays.entrySet().stream()
        .map(
            entry ->
                new WeightValues(
                    entry.getKey(),
                    entry.getValue().getShape().getShape(),
                    floats(entry.getValue()),
                    trained.contains(entry.getKey())))
        .toList();
  }

  /**
   * The same arrays for one step: every trained one stands as a fresh leaf that shares its memory
   * and collects its gradient. The gradients go with {@code scope}, so none has to be cleared.
   */
  public Weights leaves(NDManager scope) {
    var leaves = new LinkedHashMap<>(arrays);
    for (var name : trained) {
      var leaf = get(name).stopGradient();
      leaf.attach(scope);
      leaf.setRequiresGradient(true);
      leaves.put(name, leaf);
    }
    return new Weights(leaves, trained);
  }

  private static float[] floats(NDArray array) {
    var values = new float[Math.toIntExact(array.size())];
    // One copy on the host read directly: toFloatArray makes three on the way.
    try (var host = array.toDevice(Device.cpu(), true)) {
      host.toByteBuffer(true).asFloatBuffer().get(values);
    }
    return values;
  }
}
