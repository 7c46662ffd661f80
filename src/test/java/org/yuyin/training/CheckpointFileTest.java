package org.yuyin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.model.TestSnapshots;
import org.yuyin.model.WeightValues;
import org.yuyin.storage.InputException;
import org.yuyin.storage.SafetensorsWriter;

class CheckpointFileTest {
  @TempDir Path folder;

  @Test
  void everythingWrittenIsReadBack() {
    var file = new CheckpointFile(folder.resolve("run").resolve("last.safetensors"));
    var written = checkpoint();
    file.write(written);
    var read = file.read();

    assertThat(read.description()).isEqualTo(written.description());
    assertThat(read.position()).isEqualTo(written.position());
    assertThat(read.steps()).isEqualTo(123_456_789_012L);
    assertThat(read.weights()).usingRecursiveComparison().isEqualTo(written.weights());
    assertThat(read.moments()).usingRecursiveComparison().isEqualTo(written.moments());
  }

  @Test
  void aFileCutShortIsRefusedByName() throws IOException {
    var path = folder.resolve("last.safetensors");
    new CheckpointFile(path).write(checkpoint());
    var bytes = Files.readAllBytes(path);
    Files.write(path, java.util.Arrays.copyOf(bytes, bytes.length - 5));

    assertThatThrownBy(() -> new CheckpointFile(path).read())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("last.safetensors");
  }

  @Test
  void someOtherSafetensorsFileIsRefused() throws IOException {
    var path = folder.resolve("other.safetensors");
    new SafetensorsWriter().tensor("x", new long[] {1}, () -> new float[] {1}).write(path);

    assertThatThrownBy(() -> new CheckpointFile(path).read())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no checkpoint");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    var blocked = Files.writeString(folder.resolve("runs"), "a file where a folder belongs");

    assertThatThrownBy(
            () -> new CheckpointFile(blocked.resolve("last.safetensors")).write(checkpoint()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be written");
  }

  private static Checkpoint checkpoint() {
    var task =
        new TrainingTask(
            Recipe.of(Methods.standard().named("yuyin"), Map.of("alpha", "0.3")),
            TestSnapshots.related(20, 1),
            -5,
            true);
    return new Checkpoint(
        Description.of(task),
        new Position(
            3,
            2,
            new LossSums(64, 1.0 / 3, Map.of("nce", 0.1 + 0.2)),
            1.5,
            new BestEpoch(2, Math.PI)),
        List.of(
            new WeightValues("a.weight", new long[] {2, 2}, new float[] {1, -2, 3e-38f, 4}, true),
            new WeightValues("s.mean", new long[] {1}, new float[] {5}, false)),
        List.of(new WeightValues("mean/a.weight", new long[] {2, 2}, new float[4], false)),
        123_456_789_012L);
  }
}
