package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yuyin.app.StageSampler.Stage;

class StageSamplerTest {
  @Test
  void theInnermostKnownCallNamesTheStage() {
    assertThat(stage("java.lang.Math", "org.yuyin.feature.sound.MelBank")).isEqualTo(Stage.DSP);
    assertThat(stage("java.io.InputStream", "org.yuyin.media.LimitedProcess", "org.yuyin.app.X"))
        .isEqualTo(Stage.DECODE);
    assertThat(stage("ai.djl.pytorch.jni.PyTorchLibrary", "org.yuyin.feature.picture.InceptionNet"))
        .isEqualTo(Stage.NETWORK);
    assertThat(stage("ai.onnxruntime.OrtSession", "org.yuyin.media.X")).isEqualTo(Stage.NETWORK);
    assertThat(stage()).isEqualTo(Stage.DSP);
  }

  @Test
  void sharesAddUpToOne() {
    var sampler = StageSampler.ofThisThread();
    try (sampler) {
      long end = System.nanoTime() + 200_000_000;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
    assertThat(sampler.shares()).containsOnlyKeys(Stage.values());
    double sum = sampler.shares().values().stream().mapToDouble(share -> share).sum();
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(sampler.shares().get(Stage.DSP)).isEqualTo(1.0);
  }

  private static Stage stage(String... classes) {
    return StageSampler.stage(
        Stream.of(classes)
            .map(name -> new StackTraceElement(name, "run", null, 1))
            .toArray(StackTraceElement[]::new));
  }
}
