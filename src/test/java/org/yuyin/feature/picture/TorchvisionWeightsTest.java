package org.yuyin.feature.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.feature.WeightsPlaces;
import org.yuyin.feature.WeightsState;
import org.yuyin.storage.NpyArray;
import org.yuyin.storage.Safetensors;
import org.yuyin.storage.SafetensorsWriter;
import org.yuyin.storage.TensorShape;

/**
 * Against torchvision's own Inception v3, with weights that both sides make of a hash of each
 * tensor's name and index.
 */
class TorchvisionWeightsTest {
  /** Relative, of vectors; float32 over 94 convolutions loses about a tenth of it. */
  private static final double TOLERANCE = 1e-5;

  @TempDir private static Path models;

  @BeforeAll
  static void writeWeights() {
    var writer = new SafetensorsWriter();
    for (var tensor : InceptionTensors.of(InceptionV3.body(), 3, InceptionFlavour.TORCHVISION)) {
      var shape = tensor.sizes().stream().mapToLong(Long::longValue).toArray();
      writer.tensor(tensor.name(), shape, () -> values(tensor));
    }
    writer.tensor("fc.bias", new long[] {1}, () -> new float[1]);
    writer.write(models.resolve("inception-v3/model.safetensors"));
  }

  @Test
  void thePooledLayerIsThatOfTorchvision() throws Exception {
    var expected =
        NpyArray.read(InceptionExtractorTest.GOLDEN.resolve("torchvision_pool2048.npy")).rows();
    try (var extractor = new InceptionExtractor(WeightsPlaces.in(models))) {
      var frames = InceptionExtractorTest.frames(List.of("i1_garden", "i3_gulp"));
      var rows = extractor.extractFrames(frames);
      for (int row = 0; row < rows.length; row++) {
        assertThat(relativeDifference(rows[row], expected[row])).isLessThan(TOLERANCE);
        assertThat(InceptionExtractorTest.cosineDistance(rows[row], expected[row]))
            .isLessThan(1e-9);
      }
    }
  }

  @Test
  void whiteAndBlackAreOneAndMinusOneAsAfterBothOfTorchvisionsSteps() {
    double[] mean = {0.485, 0.456, 0.406};
    double[] deviation = {0.229, 0.224, 0.225};
    try (var manager = NDManager.newBaseManager("PyTorch")) {
      for (int level : new int[] {0, 100, 255}) {
        var scaled = InceptionFlavour.TORCHVISION.scale(manager.create((float) level)).getFloat();
        for (int colour = 0; colour < 3; colour++) {
          double normalised = (level / 255.0 - mean[colour]) / deviation[colour];
          double transformed = normalised * (deviation[colour] / 0.5) + (mean[colour] - 0.5) / 0.5;
          assertThat((double) scaled).isCloseTo(transformed, within(1e-6));
        }
      }
    }
  }

  @Test
  void theyTakeTheirOwnVersionAndAreVerifiedByTheirTensors() {
    var places = new WeightsPlaces(Path.of("none"), Map.of("inception-v3", file()));
    try (var extractor = new InceptionExtractor(places)) {
      assertThat(extractor.info().version()).isGreaterThan(1);
      assertThat(extractor.verifyWeights().orElseThrow().condition())
          .isEqualTo(WeightsState.Condition.GOOD);
    }
  }

  @Test
  void nothingIsFetchedWhereTheyAre() {
    assertThat(new InceptionSetup().run(models)).isFalse();
    assertThat(models).isDirectoryNotContaining("glob:**.safetensors");
  }

  @Test
  void aTensorThatIsMissingIsNamed(@TempDir Path other) {
    var kept = other.resolve("model.safetensors");
    var writer = new SafetensorsWriter();
    try (var all = Safetensors.open(file())) {
      var first = "Conv2d_1a_3x3.bn.weight";
      writer.tensor(first, all.shape(first), () -> new float[32]).write(kept);
    }
    try (var extractor =
        new InceptionExtractor(new WeightsPlaces(other, Map.of("inception-v3", other)))) {
      assertThat(extractor.unavailable())
          .hasValue(
              kept
                  + ": tensor Conv2d_1a_3x3.conv.weight should have shape [32, 3, 3, 3] and is not"
                  + " there");
      assertThat(extractor.info().version()).isZero();
    }
  }

  private static Path file() {
    return models.resolve("inception-v3/model.safetensors");
  }

  private static double relativeDifference(float[] found, float[] expected) {
    double square = 0;
    double size = 0;
    for (int i = 0; i < found.length; i++) {
      square += Math.pow(found[i] - expected[i], 2);
      size += Math.pow(expected[i], 2);
    }
    return Math.sqrt(square / size);
  }

  /** Numbers in [0, 1), moved to a range in which signals neither fade nor explode. */
  private static float[] values(TensorShape tensor) {
    var values = new float[Math.toIntExact(count(tensor.sizes()))];
    var inputs = tensor.sizes().subList(1, tensor.sizes().size());
    double scale = Math.sqrt(6.0 / count(inputs));
    var crc = new CRC32();
    crc.update(tensor.name().getBytes(StandardCharsets.UTF_8));
    long seed = crc.getValue() << 32;
    for (int i = 0; i < values.length; i++) {
      double number = mixed(seed + i);
      values[i] =
          (float)
              switch (tensor.name().substring(tensor.name().lastIndexOf('.'))) {
                case ".running_mean" -> (number - 0.5) / 2;
                case ".running_var" -> 0.5 + number;
                case ".bias" -> number - 0.5;
                default ->
                    tensor.name().endsWith("bn.weight") ? 0.5 + number : (2 * number - 1) * scale;
              };
    }
    return values;
  }

  private static long count(List<Long> sizes) {
    return sizes.stream().reduce(1L, (a, b) -> a * b);
  }

  /** The finaliser of splitmix64, its upper 24 bits as a fraction. */
  private static double mixed(long x) {
    long z = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    z ^= z >>> 31;
    return (z >>> 40) / (double) (1 << 24);
  }
}
