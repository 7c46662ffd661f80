package org.yuyin.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuyin.model.Losses;
import org.yuyin.model.Method;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.model.Step;
import org.yuyin.model.TestSnapshots;
import org.yuyin.model.TrainableNetwork;

/**
 * What a loss keeps for its gradient must lie in PyTorch's memory, not in buffers that Java's
 * garbage collector frees: see {@link org.yuyin.model.block.Scaled}.
 */
class GradientMemoryTest {
  static Stream<Method<?>> methods() {
    return Methods.standard().all().stream();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aGarbageCollectionBeforeTheGradientChangesNothing(Method<?> method) {
    assertThat(gradients(method, GradientMemoryTest::collectAndOverwrite))
        .isEqualTo(gradients(method, () -> {}));
  }

  private static Map<String, List<Float>> gradients(Method<?> method, Runnable before) {
    var task =
        new TrainingTask(Recipe.of(method, Map.of()), TestSnapshots.related(60, 2), 1, false);
    var gradients = new LinkedHashMap<String, List<Float>>();
    var device = DeviceChoice.best();
    if (task.network() instanceof TrainableNetwork network) {
      try (var manager = device.newManager()) {
        var state = TrainingState.fresh(task, network, device, manager);
        var reader = new BatchReader(task.training(), network.modalities(), 36);
        var batch = reader.read(IntStream.range(0, 36).toArray(), 0, 36, manager);
        var leaves = state.weights().leaves(manager);
        Backpropagation.run(
            () -> {
              var losses =
                  network.losses(leaves, batch, new Step(true, 0, new SplittableRandom(1)));
              before.run();
              return losses;
            },
            Losses::total);
        for (var name : leaves.trained()) {
          gradients.put(name, values(leaves.get(name).getGradient()));
        }
      }
    }
    return gradients;
  }

  private static List<Float> values(NDArray array) {
    var values = new ArrayList<Float>();
    for (var value : array.toFloatArray()) {
      values.add(value);
    }
    return values;
  }

  /** Frees what Java holds no more and fills the freed memory with other numbers. */
  private static void collectAndOverwrite() {
    var kept = new ArrayList<ByteBuffer>();
    for (int round = 0; round < 5; round++) {
      System.gc();
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
      for (int i = 0; i < 2_000; i++) {
        var buffer = ByteBuffer.allocateDirect(4 + i % 64);
        while (buffer.hasRemaining()) {
          buffer.put((byte) 0x7f);
        }
        kept.add(buffer);
      }
    }
    java.lang.ref.Reference.reachabilityFence(kept);
  }
}
