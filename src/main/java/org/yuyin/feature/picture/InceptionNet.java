package org.yuyin.feature.picture;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.yuyin.feature.picture.Layer.AveragePool;
import org.yuyin.feature.picture.Layer.Branches;
import org.yuyin.feature.picture.Layer.Chain;
import org.yuyin.feature.picture.Layer.Convolution;
import org.yuyin.feature.picture.Layer.MaximumPool;
import org.yuyin.storage.Safetensors;

/**
 * A network of {@link Layer}s with its weights in native memory, ready to run forward. Batch
 * normalisation is folded into the convolutions when it is loaded. Any thread may run it.
 */
final class InceptionNet implements AutoCloseable {
  private static final double EPSILON = 0.001;
  private static final Shape THREE = new Shape(3, 3);
  private static final Shape TWO = new Shape(2, 2);
  private static final Shape ONE = new Shape(1, 1);
  private static final Shape ZERO = new Shape(0, 0);

  private record Weights(NDArray kernel, NDArray bias) {}

  private final Layer body;
  private final InceptionFlavour flavour;
  private final NDManager manager;
  private final Map<String, Weights> weights = new HashMap<>();

  /** Copies what the body needs out of the file, which may be closed afterwards. */
  InceptionNet(Layer body, Safetensors file) {
    this.body = body;
    this.flavour = InceptionFlavour.of(file);
    this.manager = NDManager.newBaseManager("PyTorch");
    try {
      body.convolutions().forEach(layer -> weights.put(layer.name(), folded(layer, file)));
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /**
   * With s = gamma / sqrt(variance + epsilon), where gamma may be 1, (w·x - mean) × s + beta = (w ×
   * s)·x + (beta - mean × s).
   */
  private Weights folded(Convolution layer, Safetensors file) {
    var kernel = file.floats(layer.name() + ".conv.weight");
    var beta = file.floats(layer.name() + ".bn.bias");
    var mean = file.floats(layer.name() + ".bn.running_mean");
    var variance = file.floats(layer.name() + ".bn.running_var");
    var gamma =
        flavour.scalesNormalised()
            ? file.floats(layer.name() + ".bn.weight")
            : ones(layer.filters());
    var bias = new float[layer.filters()];
    int each = kernel.length / layer.filters();
    for (int filter = 0; filter < layer.filters(); filter++) {
      double scale = gamma[filter] / Math.sqrt(variance[filter] + EPSILON);
      bias[filter] = (float) (beta[filter] - mean[filter] * scale);
      for (int i = filter * each; i < (filter + 1) * each; i++) {
        kernel[i] = (float) (kernel[i] * scale);
      }
    }
    var shape = new Shape(file.shape(layer.name() + ".conv.weight"));
    return new Weights(manager.create(kernel, shape), manager.create(bias));
  }

  private static float[] ones(int count) {
    var ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** A manager for one batch, to be closed by the caller. */
  NDManager batch() {
    return manager.newSubManager();
  }

  /** Brings RGB in 0..255 to the range that the weights want, in place. */
  NDArray scale(NDArray rgb) {
    return flavour.scale(rgb);
  }

  /**
   * The last map of the body.
   *
   * @param pictures (batch, channels, height, width), scaled; stays the caller's
   * @return (batch, channels, height, width), attached to the pictures' manager
   */
  NDArray forward(NDArray pictures) {
    return run(body, pictures);
  }

  private NDArray run(Layer layer, NDArray input) {
    return switch (layer) {
      case Convolution convolution -> convolve(convolution, input);
      case MaximumPool _ -> Pool.maxPool2d(input, THREE, TWO, ZERO, false);
      case AveragePool _ -> averagePool(input, flavour.countsPadding());
      case Chain chain -> runChain(chain, input);
      case Branches branches -> runBranches(branches, input);
    };
  }

  private NDArray convolve(Convolution layer, NDArray input) {
    var own = weights.get(layer.name());
    if (own == null) {
      throw new IllegalStateException("no weights for " + layer.name());
    }
    var padding =
        layer.same() ? new Shape((layer.height() - 1) / 2, (layer.width() - 1) / 2) : ZERO;
    var stride = new Shape(layer.stride(), layer.stride());
    try (var sum =
        Conv2d.conv2d(input, own.kernel(), own.bias(), stride, padding).singletonOrThrow()) {
      return sum.getNDArrayInternal().relu();
    }
  }

  /**
   * DJL's pooling counts the zeros of the padding (whatever its last argument says). Where they are
   * not to count, the result is divided by the share of each window that lies inside, which pooling
   * a map of ones gives.
   */
  static NDArray averagePool(NDArray input, boolean countsPadding) {
    var pooled = Pool.avgPool2d(input, THREE, ONE, ONE, false, true);
    if (countsPadding) {
      return pooled;
    }
    var one = new Shape(1, 1, input.getShape().get(2), input.getShape().get(3));
    try (var ones = input.getManager().ones(one);
        var inside = Pool.avgPool2d(ones, THREE, ONE, ONE, false, true)) {
      return pooled.divi(inside);
    }
  }

  /** Maps are freed as soon as the next one is there: a batch would not fit otherwise. */
  private NDArray runChain(Chain chain, NDArray input) {
    var current = input;
    for (var layer : chain.layers()) {
      var next = run(layer, current);
      if (current != input) {
        current.close();
      }
      current = next;
    }
    return current;
  }

  private NDArray runBranches(Branches branches, NDArray input) {
    try (var parts = new NDList(branches.branches().size())) {
      branches.branches().forEach(branch -> parts.add(run(branch, input)));
      return ai.djl.ndarray.NDArrays.concat(parts, 1);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
