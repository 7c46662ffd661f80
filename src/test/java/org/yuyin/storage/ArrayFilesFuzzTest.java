package org.yuyin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuyin.Mutations;

/** Whatever an array file holds, it is read or refused; nothing else comes of it. */
@Timeout(300)
class ArrayFilesFuzzTest {
  @TempDir static Path folder;

  static Stream<Arguments> readers() throws IOException {
    var matrix = folder.resolve("matrix.npy");
    NpyWriter.write(matrix, new float[][] {{1, 2, 3}, {4, 5, 6}}, 3);
    var weights = folder.resolve("weights.safetensors");
    new SafetensorsWriter()
        .metadata("made", "here")
        .tensor("a", new long[] {2, 2}, () -> new float[] {1, 2, 3, 4})
        .tensor("b", new long[] {3}, () -> new float[] {1, 2, 3})
        .write(weights);
    Consumer<Path> array = file -> NpyArray.read(file).floats();
    Consumer<Path> mapped = file -> MappedNpy.open(file).copyRow(0, new float[3], 0);
    Consumer<Path> tensors =
        file -> {
          try (var opened = Safetensors.open(file)) {
            opened.entries().keySet().forEach(opened::floats);
          }
        };
    return Stream.of(
        Arguments.of(matrix, array), Arguments.of(matrix, mapped), Arguments.of(weights, tensors));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void aDamagedFileIsReadOrRefused(Path seed, Consumer<Path> reader) throws IOException {
    var whole = Files.readAllBytes(seed);
    var mutations = new Mutations(7);
    for (int i = 0; i < Mutations.ITERATIONS; i++) {
      var bytes = mutations.of(whole);
      var damaged = Files.write(folder.resolve("damaged"), bytes);
      try {
        reader.accept(damaged);
      } catch (InputException refused) {
        assertThat(refused.getMessage()).isNotBlank();
      } catch (RuntimeException fault) {
        var kept = Files.write(Files.createTempFile("fault-", ".bin"), bytes);
        throw new AssertionError("%s does this: %s".formatted(kept, fault), fault);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lyingShapes")
  void shapesBeyondAllBoundsAreRefused(String shape) throws IOException {
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (%s), }".formatted(shape);
    var padded = header + " ".repeat((64 - (10 + header.length() + 1) % 64) % 64) + "\n";
    var file = folder.resolve("lying.npy");
    try (var out = Files.newOutputStream(file)) {
      out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
      out.write(new byte[] {(byte) padded.length(), (byte) (padded.length() >> 8)});
      out.write(padded.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> NpyArray.read(file))
        .isInstanceOf(InputException.class);
  }

  static List<String> lyingShapes() {
    return List.of("2305843009213693952,", "0, 1099511627776", "9223372036854775807, 2", "3,");
  }
}
