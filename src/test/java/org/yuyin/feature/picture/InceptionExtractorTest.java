package org.yuyin.feature.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.feature.WeightsFile;
import org.yuyin.feature.WeightsPlaces;
import org.yuyin.media.Frame;
import org.yuyin.storage.NpyArray;
import org.yuyin.storage.Safetensors;

/** Against what the published model computes in the program it was published for. */
class InceptionExtractorTest {
  static final Path GOLDEN = Path.of("src/test/resources/inception");
  private static final int WIDTH = 2048;

  @Test
  void pooledLayerAndClassesAreThoseOfTheOriginal() throws IOException {
    var pool = NpyArray.read(GOLDEN.resolve("pool2048.npy")).floats();
    var softmax = NpyArray.read(GOLDEN.resolve("softmax5.npy")).floats();
    var models = TestWeights.inception();
    try (var extractor = new InceptionExtractor(WeightsPlaces.in(models));
        var weights = WeightsFile.named("inception-v3").open(models)) {
      var rows = extractor.extractFrames(goldenFrames());
      assertThat(rows).hasDimensions(4, WIDTH);
      for (int row = 0; row < 4; row++) {
        var expected = slice(pool, row, WIDTH);
        assertThat(rows[row]).containsExactly(expected, within(1e-5f));
        assertThat(cosineDistance(rows[row], expected)).isLessThan(1e-9);
        assertThat(classes(rows[row], weights))
            .containsExactly(slice(softmax, row, 5), within(1e-5f));
      }
    }
  }

  @Test
  void aFramesVectorDoesNotDependOnItsNeighboursInTheBatch() throws IOException {
    try (var extractor = new InceptionExtractor(WeightsPlaces.in(TestWeights.inception()))) {
      var frames = goldenFrames();
      var many = new ArrayList<Frame>(Collections.nCopies(8, frames.get(0)));
      many.add(frames.get(1));
      var rows = extractor.extractFrames(many);
      assertThat(rows[7]).containsExactly(rows[0], within(1e-6f));
      assertThat(rows[8])
          .containsExactly(extractor.extractFrames(List.of(frames.get(1)))[0], within(1e-5f));
      assertThat(extractor.extract(frames.subList(0, 2))[5])
          .isCloseTo((rows[0][5] + rows[8][5]) / 2, within(1e-5f));
    }
  }

  @Test
  void withoutWeightsItSaysWhatToDo(@TempDir Path empty) {
    try (var extractor = new InceptionExtractor(WeightsPlaces.in(empty))) {
      assertThat(extractor.unavailable())
          .hasValueSatisfying(notice -> assertThat(notice).contains("scripts/models fetch"));
    }
  }

  @Test
  void weightsOfAnotherSizeCountAsUnavailable(@TempDir Path models) throws IOException {
    Files.write(models.resolve("inception-v3.safetensors"), new byte[10]);
    try (var extractor = new InceptionExtractor(WeightsPlaces.in(models))) {
      assertThat(extractor.unavailable())
          .hasValueSatisfying(notice -> assertThat(notice).contains("has 10 bytes"));
    }
  }

  private static List<Frame> goldenFrames() throws IOException {
    return frames(List.of("i1_garden", "i2_ladybird", "i3_gulp", "i4_float"));
  }

  static List<Frame> frames(List<String> names) throws IOException {
    var frames = new ArrayList<Frame>();
    for (var name : names) {
      var picture = ImageIO.read(GOLDEN.resolve(name + ".png").toFile());
      var rgb = new byte[299 * 299 * 3];
      for (int pixel = 0; pixel < 299 * 299; pixel++) {
        int colour = picture.getRGB(pixel % 299, pixel / 299);
        rgb[3 * pixel] = (byte) (colour >> 16);
        rgb[3 * pixel + 1] = (byte) (colour >> 8);
        rgb[3 * pixel + 2] = (byte) colour;
      }
      frames.add(new Frame(0, 299, 299, rgb));
    }
    return frames;
  }

  private static float[] slice(float[] values, int row, int width) {
    return java.util.Arrays.copyOfRange(values, row * width, (row + 1) * width);
  }

  static double cosineDistance(float[] a, float[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return 1 - dot / Math.sqrt(aa * bb);
  }

  /** The model's own classifier: 256 and 128 units with ReLU, 5 classes with softmax. */
  private static float[] classes(float[] pooled, Safetensors weights) {
    var values = pooled;
    for (int layer = 1; layer <= 3; layer++) {
      values = dense(values, weights, "head." + layer, layer < 3);
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.exp(values[i]);
      sum += values[i];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] / sum);
    }
    return values;
  }

  private static float[] dense(float[] input, Safetensors weights, String name, boolean relu) {
    var kernel = weights.floats(name + ".weight");
    var output = weights.floats(name + ".bias");
    for (int unit = 0; unit < output.length; unit++) {
      for (int i = 0; i < input.length; i++) {
        output[unit] += kernel[unit * input.length + i] * input[i];
      }
      if (relu) {
        output[unit] = Math.max(0, output[unit]);
      }
    }
    return output;
  }
}
