package org.yuyin.feature.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.feature.picture.Layer.Branches;
import org.yuyin.feature.picture.Layer.Convolution;
import org.yuyin.feature.picture.Layer.MaximumPool;
import org.yuyin.storage.Safetensors;
import org.yuyin.storage.SafetensorsWriter;

/** The building blocks against values worked out by hand. */
class InceptionNetTest {
  private final Path folder;

  InceptionNetTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void averagePoolingLeavesThePaddingOutOfTheMean() {
    try (var manager = NDManager.newBaseManager("PyTorch")) {
      var map = manager.create(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, new Shape(1, 1, 3, 3));
      // corner: (1+2+4+5)/4, edge: (1+2+3+4+5+6)/6, centre: 45/9
      assertThat(InceptionNet.averagePool(map, false).toFloatArray())
          .containsExactly(new float[] {3, 3.5f, 4, 4.5f, 5, 5.5f, 6, 6.5f, 7}, within(1e-6f));
    }
  }

  @Test
  void torchvisionsAveragePoolingDividesByNineEverywhere() {
    try (var manager = NDManager.newBaseManager("PyTorch")) {
      var map = manager.ones(new Shape(1, 1, 3, 3));
      assertThat(InceptionNet.averagePool(map, true).muli(9).toFloatArray())
          .containsExactly(new float[] {4, 6, 4, 6, 9, 6, 4, 6, 4}, within(1e-6f));
    }
  }

  @Test
  void samePaddingOfAFlatKernelAddsZerosOnItsLongSideOnly() throws IOException {
    // a 1 x 3 kernel of ones sums each value and its two neighbours within the row
    var layer = new Convolution("a", 1, 1, 3, 1, true);
    assertThat(run(layer, file(layer, new float[] {1, 1, 1}, 0, 0, 1), 2, 3, 1, 2, 3, 4, 5, 6))
        .containsExactly(new float[] {3, 6, 5, 9, 15, 11}, within(1e-5f));
  }

  @Test
  void validPaddingWithStrideTwoTakesEverySecondWindow() throws IOException {
    var layer = new Convolution("a", 1, 1, 1, 2, false);
    assertThat(run(layer, file(layer, new float[] {2}, 0, 0, 1), 3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9))
        .containsExactly(new float[] {2, 6, 14, 18}, within(1e-5f));
  }

  @Test
  void foldedBatchNormalisationEqualsItsFormulaFollowedByRelu() throws IOException {
    // (2x - 3) / sqrt(4 - 0.001 + 0.001) + 0.5 = x - 1
    var layer = new Convolution("a", 1, 1, 1, 1, true);
    assertThat(run(layer, file(layer, new float[] {2}, 0.5f, 3, 3.999f), 1, 3, 0, 1, 5))
        .containsExactly(new float[] {0, 0, 4}, within(1e-5f));
  }

  @Test
  void branchesAreJoinedInTheirOrderAlongTheChannels() throws IOException {
    var doubled = new Convolution("a", 1, 3, 3, 2, false);
    var kernel = new float[] {0, 0, 0, 0, 2, 0, 0, 0, 0};
    var body = new Branches(List.of(new MaximumPool(), doubled));
    assertThat(run(body, file(doubled, kernel, 0, 0, 1), 3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9))
        .containsExactly(new float[] {9, 10}, within(1e-5f));
  }

  /** One channel in, one out; variance is given without the epsilon. */
  private Path file(Convolution layer, float[] kernel, float beta, float mean, float variance)
      throws IOException {
    var exact = variance == 1 ? 0.999f : variance;
    var file = folder.resolve("net.safetensors");
    new SafetensorsWriter()
        .tensor("a.conv.weight", new long[] {1, 1, layer.height(), layer.width()}, () -> kernel)
        .tensor("a.bn.bias", new long[] {1}, () -> new float[] {beta})
        .tensor("a.bn.running_mean", new long[] {1}, () -> new float[] {mean})
        .tensor("a.bn.running_var", new long[] {1}, () -> new float[] {exact})
        .write(file);
    return file;
  }

  private static float[] run(Layer body, Path file, int height, int width, float... values) {
    try (var tensors = Safetensors.open(file);
        var net = new InceptionNet(body, tensors);
        var batch = net.batch()) {
      return net.forward(batch.create(values, new Shape(1, 1, height, width))).toFloatArray();
    }
  }
}
