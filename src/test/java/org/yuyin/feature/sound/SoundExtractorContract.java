package org.yuyin.feature.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuyin.feature.Extractors;
import org.yuyin.feature.SoundExtractor;
import org.yuyin.media.Sound;

/** What every extractor of sound keeps; its test extends this. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SoundExtractorContract {
  /** The extractor under test; one instance serves all tests. */
  protected abstract SoundExtractor extractor();

  /** The registry that the extractor under test should be found in. */
  protected Extractors registry() {
    return Extractors.standard(Path.of("no-such-folder"));
  }

  /** The rate that clips are made at: the one asked for, or a common one. */
  private int rateHz() {
    return extractor().sampleRateHz().orElse(44_100);
  }

  List<Sound> awkwardClips() {
    int rate = rateHz();
    return List.of(
        Clips.silence(1.5, rate),
        Clips.click(1.0, rate),
        Clips.sine(1000, 2.0, rate),
        Clips.noise(2.5, rate),
        Clips.noise(0.5, rate),
        Clips.noise(0.055, rate),
        Clips.noise(0.03, rate),
        Clips.noise(0.001, rate),
        new Sound(new short[0], 1, rate),
        Clips.of(1.0, rate, n -> 1),
        Clips.of(1.0, rate, n -> n % 2 == 0 ? 1 : -1));
  }

  @ParameterizedTest
  @MethodSource("awkwardClips")
  void everyClipGivesAsManyFiniteValuesAsAnnounced(Sound clip) {
    var vector = extractor().extract(clip);
    assertThat(vector).hasSize(extractor().info().width());
    for (var value : vector) {
      assertThat(value).isFinite();
    }
  }

  @ParameterizedTest
  @MethodSource("awkwardClips")
  void everyFrameHasAFiniteValueForEveryColumn(Sound clip) {
    var table = extractor().extractFrames(clip);
    assertThat(table.hopSeconds()).isPositive();
    for (var row : table.rows()) {
      assertThat(row).hasSize(table.columns().size());
      for (var value : row) {
        assertThat(value).isFinite();
      }
    }
  }

  @Test
  void itIsRegisteredUnderItsName() {
    try (var registry = registry()) {
      assertThat(registry.named(extractor().info().name()).info()).isEqualTo(extractor().info());
    }
  }

  @Test
  void everyColumnHasItsOwnName() {
    assertThat(extractor().columns())
        .hasSize(extractor().info().width())
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank);
  }

  @Test
  void theSameClipGivesTheSameVectorAgainAndLeavesTheClipAsItWas() {
    var clip = Clips.noise(1.2, rateHz());
    var before = clip.samples().clone();
    var first = extractor().extract(clip);
    extractor().extract(Clips.sine(300, 0.7, rateHz()));
    assertThat(extractor().extract(clip)).containsExactly(first);
    assertThat(clip.samples()).containsExactly(before);
  }

  @Test
  void twoThreadsAtOnceGetWhatOneAloneGets() throws Exception {
    var clips = List.of(Clips.noise(1.5, rateHz()), Clips.sine(700, 1.5, rateHz()));
    var alone = clips.stream().map(extractor()::extract).toList();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 10; round++) {
        var together =
            clips.stream().map(clip -> threads.submit(() -> extractor().extract(clip))).toList();
        for (int clip = 0; clip < clips.size(); clip++) {
          assertThat(together.get(clip).get()).containsExactly(alone.get(clip));
        }
      }
    }
  }
}
