package org.yuyin.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.model.TestSnapshots;

class NativeMemoryTest {
  /** Ten thousand by {@code scripts/soak memory}. */
  private static final int STEPS = Integer.getInteger("memory.steps", 4_000);

  private static final int SETTLED = STEPS / 2;
  private static final int STEPS_OF_AN_EPOCH = 25;

  @Test
  void thousandsOfStepsLeaveNothingBehind() throws IOException {
    var settings =
        Map.of(
            "embedding",
            "16",
            "hidden",
            "8",
            "width",
            "8",
            "batch",
            "30",
            "epochs",
            String.valueOf(STEPS / STEPS_OF_AN_EPOCH));
    var task =
        new TrainingTask(
            Recipe.of(Methods.standard().named("yuyin"), settings),
            TestSnapshots.related(1250, 1),
            1,
            false);
    var watch = new Watch();

    new Trainer(
            task, DeviceChoice.best(), CheckpointStore.NONE, watch, EpochProbe.NONE, () -> false)
        .run();

    assertThat(watch.steps).isEqualTo(STEPS);
    assertThat(watch.arrays).hasSize(STEPS / 50);
    assertThat(watch.arrays.getLast()).isEqualTo(watch.arrays.getFirst());
    // One batch of 30 left behind at each step would be some 25 kB.
    assertThat(watch.residentAtEnd - watch.residentWhenSettled)
        .isLessThan(Math.max(60_000_000, (STEPS - SETTLED) * 12_000L));
  }

  /** Counts live arrays between steps, and reads how much memory the process holds. */
  private static final class Watch implements TrainingListener {
    private final NDManager all = NDManager.newBaseManager("PyTorch").getParentManager();
    private final List<Integer> arrays = new ArrayList<>();
    private int steps;
    private long residentWhenSettled;
    private long residentAtEnd;

    @Override
    public void batchDone(int epoch, int batch, int batches) {
      steps++;
      if (steps % 50 == 0) {
        arrays.add(all.getManagedArrays().size());
      }
      if (steps == SETTLED) {
        residentWhenSettled = resident();
      }
      if (steps == STEPS) {
        residentAtEnd = resident();
      }
    }

    /** Bytes outside Java's own heap, whose size depends on the tests that ran before this one. */
    private static long resident() {
      System.gc();
      var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
      try {
        var wholeProcess =
            Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
        return wholeProcess - heap;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
