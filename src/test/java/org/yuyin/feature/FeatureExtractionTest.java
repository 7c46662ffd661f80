package org.yuyin.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.feature.picture.ColourMotionExtractor;
import org.yuyin.feature.picture.InceptionExtractor;
import org.yuyin.feature.sound.LogMelExtractor;
import org.yuyin.feature.text.BgeTextExtractor;
import org.yuyin.media.FfmpegMediaReader;
import org.yuyin.media.MediaLimits;
import org.yuyin.media.TestClips;
import org.yuyin.storage.InputException;
import org.yuyin.storage.PostgresExtension;
import org.yuyin.storage.Sha256;

/** On real media files, with the real decoder and a real database. */
class FeatureExtractionTest {
  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private final Path folder;
  private final FfmpegMediaReader reader = new FfmpegMediaReader(MediaLimits.standard());
  private final FeatureStore store = new FeatureStore(postgres.pool());
  private final FeatureExtraction extraction = new FeatureExtraction(reader, store);
  private final FrameExtractor colour = new ColourMotionExtractor();
  private final SoundExtractor sound = new LogMelExtractor();
  private final TextExtractor text = new BgeTextExtractor();
  private final List<Extractor> extractors = List.of(colour, sound, text);

  FeatureExtractionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void emptyTheTable() {
    postgres.pool().query("TRUNCATE feature").execute().await();
  }

  @Test
  void everyItemGetsTheVectorsThatItsExtractorsGive() throws InterruptedException {
    var item = clip("a", 2.5, "女装");
    var report = extraction.run(List.of(item), extractors, _ -> {});
    assertThat(report.vectors()).isEqualTo(3);
    assertThat(report.failures()).isEmpty();
    assertThat(vector(colour, item.sha256()))
        .containsExactly(colour.extract(reader.frames(item.file(), colour.sampling())));
    assertThat(vector(sound, item.sha256()))
        .containsExactly(sound.extract(reader.sound(item.file(), 16000)));
    assertThat(vector(text, ItemKey.ofTag("女装"))).containsExactly(text.extract(List.of("女装"))[0]);
  }

  @Test
  void aBadFileIsReportedAndTheOthersAreExtracted() throws IOException, InterruptedException {
    var bad = Files.writeString(folder.resolve("bad.mp4"), "no video at all");
    var items = List.of(clip("a", 1, "a"), item("bad", bad, "a"), clip("c", 2, "a"));
    var seen = new ArrayList<ExtractionProgress>();
    var report = extraction.run(items, extractors, seen::add);
    assertThat(report.failures())
        .extracting(failure -> failure.item().name(), ExtractionReport.Failure::extractor)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple("bad", "colour-motion"),
            org.assertj.core.api.Assertions.tuple("bad", "logmel"));
    assertThat(report.failures().getFirst().reason()).contains("bad.mp4");
    assertThat(report.vectors()).isEqualTo(2 * 2 + 1);
    assertThat(seen.getLast().done()).isEqualTo(3);
    assertThat(seen.getLast().failed()).isEqualTo(1);
    assertThat(seen.getLast().left()).hasValueSatisfying(left -> assertThat(left).isZero());
  }

  @Test
  void aSecondRunHasNothingToDoAndALaterOneOnlyWhatIsNew() throws InterruptedException {
    var first = clip("a", 1, "a");
    extraction.run(List.of(first), extractors, _ -> {});
    var again = extraction.run(List.of(first), extractors, _ -> {});
    assertThat(again.earlier()).isEqualTo(1);
    assertThat(again.vectors()).isZero();
    var more = extraction.run(List.of(first, clip("b", 2, "b")), extractors, _ -> {});
    assertThat(more.earlier()).isEqualTo(1);
    assertThat(more.vectors()).isEqualTo(3);
  }

  @Test
  void itemsOfOneContentAreExtractedOnceAndItemsWithoutATagHaveNoText()
      throws IOException, InterruptedException {
    var original = clip("a", 1, " ");
    var copy = Files.copy(original.file(), folder.resolve("copy.mp4"));
    var report = extraction.run(List.of(original, item("copy", copy, "")), extractors, _ -> {});
    assertThat(report.items()).isEqualTo(1);
    assertThat(report.vectors()).isEqualTo(2);
  }

  @Test
  void anInterruptedRunKeepsWhatIsFinishedAndTheNextOneContinues() throws InterruptedException {
    var items = new ArrayList<FeatureItem>();
    for (int i = 0; i < 8; i++) {
      items.add(clip("clip" + i, 1 + i / 10.0, "a"));
    }
    assertThatThrownBy(
            () ->
                extraction.run(
                    items,
                    extractors,
                    progress -> {
                      if (progress.done() == 3) {
                        Thread.currentThread().interrupt();
                      }
                    }))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    var keys = items.stream().map(FeatureItem::sha256).toList();
    int kept = store.present(colour.info(), keys).await().size();
    assertThat(kept).isBetween(3, 7);
    var rest = extraction.run(items, List.of(colour), _ -> {});
    assertThat(rest.vectors()).isEqualTo(8 - kept);
  }

  @Test
  void missingWeightsAreToldBeforeAnythingStarts(@TempDir Path empty) {
    try (var inception = new InceptionExtractor(WeightsPlaces.in(empty))) {
      assertThatThrownBy(() -> extraction.run(List.of(), List.of(inception), _ -> {}))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("inception-v3 cannot be used");
    }
  }

  private FeatureItem clip(String name, double seconds, String tag) {
    return item(name, TestClips.video(folder.resolve(name + ".mp4"), seconds), tag);
  }

  private static FeatureItem item(String name, Path file, String tag) {
    return new FeatureItem(name, file, Sha256.of(file), Optional.of(tag));
  }

  private float[] vector(Extractor extractor, String key) {
    var found = store.vectors(extractor.info(), List.of(key)).await().get(key);
    assertThat(found).isNotNull();
    return found == null ? new float[0] : found;
  }
}
