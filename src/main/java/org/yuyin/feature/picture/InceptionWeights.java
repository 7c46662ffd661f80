package org.yuyin.feature.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.yuyin.feature.picture.Layer.Convolution;
import org.yuyin.storage.SafetensorsWriter;

/** Turns the published TensorFlow.js weights into our safetensors file, once. */
final class InceptionWeights {
  private final TfjsModel model;
  private final SafetensorsWriter file = new SafetensorsWriter();

  InceptionWeights(TfjsModel model) {
    this.model = model;
  }

  /** Writes every tensor under torchvision's names and in PyTorch's layouts. */
  void write(Path target) throws IOException {
    file.metadata("architecture", "Inception v3, batch normalisation without gamma, epsilon 0.001");
    file.metadata("input", "RGB / 255, 299 x 299");
    file.metadata("licence", "MIT, (c) 2019 Infinite Red, Inc. (nsfwjs 4.4.0)");
    int number = 0;
    for (var layer : InceptionV3.body().convolutions().toList()) {
      number++;
      addKernel(layer, "conv2d_" + number + "/kernel");
      var normalisation = "batch_normalization_" + number;
      add(layer.name() + ".bn.bias", normalisation + "/beta");
      add(layer.name() + ".bn.running_mean", normalisation + "/moving_mean");
      add(layer.name() + ".bn.running_var", normalisation + "/moving_variance");
    }
    for (int dense = 1; dense <= 3; dense++) {
      addDense("head." + dense + ".weight", "dense_" + dense + "/kernel");
      add("head." + dense + ".bias", "dense_" + dense + "/bias");
    }
    file.write(target);
  }

  private void add(String name, String stored) throws IOException {
    var shape = model.shape(stored);
    file.tensor(name, new long[] {shape[0]}, () -> values(stored));
  }

  /** (height, width, in, out) becomes (out, in, height, width). */
  private void addKernel(Convolution layer, String stored) throws IOException {
    var shape = model.shape(stored);
    if (shape[0] != layer.height() || shape[1] != layer.width() || shape[3] != layer.filters()) {
      throw new IOException(
          "%s is %d x %d x %d x %d, which is not %s"
              .formatted(stored, shape[0], shape[1], shape[2], shape[3], layer));
    }
    file.tensor(
        layer.name() + ".conv.weight",
        new long[] {shape[3], shape[2], shape[0], shape[1]},
        () -> transposed(values(stored), shape[0] * shape[1] * shape[2], shape));
  }

  private static float[] transposed(float[] values, int inputs, int[] shape) {
    int window = shape[0] * shape[1];
    int channels = shape[2];
    int filters = shape[3];
    var transposed = new float[values.length];
    for (int from = 0; from < inputs; from++) {
      int to = (from % channels) * window + from / channels;
      for (int filter = 0; filter < filters; filter++) {
        transposed[filter * inputs + to] = values[from * filters + filter];
      }
    }
    return transposed;
  }

  /** (in, out) becomes (out, in). */
  private void addDense(String name, String stored) throws IOException {
    var shape = model.shape(stored);
    file.tensor(
        name,
        new long[] {shape[1], shape[0]},
        () -> transposed(values(stored), shape[0], new int[] {1, 1, shape[0], shape[1]}));
  }

  private float[] values(String stored) {
    try {
      return model.values(stored);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
