package org.yuyin.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.catalogue.CategoryMerging;
import org.yuyin.catalogue.IncludedAds;
import org.yuyin.catalogue.Ingest;
import org.yuyin.catalogue.IngestSource;
import org.yuyin.catalogue.SoundJudge;
import org.yuyin.feature.Extractor;
import org.yuyin.feature.FeatureExtraction;
import org.yuyin.feature.FeatureStore;
import org.yuyin.feature.Modality;
import org.yuyin.feature.picture.ColourMotionExtractor;
import org.yuyin.feature.sound.LogMelExtractor;
import org.yuyin.feature.sound.emobase.EmobaseExtractor;
import org.yuyin.feature.text.BgeTextExtractor;
import org.yuyin.media.FfmpegMediaReader;
import org.yuyin.media.MediaLimits;
import org.yuyin.media.MediaReader;
import org.yuyin.media.Previews;
import org.yuyin.media.TestClips;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.InputException;
import org.yuyin.storage.PostgresExtension;

/** From media files to a snapshot, with the real decoder, extractors and database. */
class DatasetBuilderTest {
  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final Map<Modality, Extractor> EXTRACTORS =
      Map.of(
          Modality.VIDEO, new ColourMotionExtractor(),
          Modality.AUDIO, new LogMelExtractor(),
          Modality.EMOTION, new EmobaseExtractor(),
          Modality.TEXT, new BgeTextExtractor());

  @TempDir Path media;
  private final MediaReader reader = new FfmpegMediaReader(MediaLimits.standard());
  private final BlobStore blobs = new BlobStore(postgres.folder());
  private final FeatureStore store = new FeatureStore(postgres.pool());
  private final DatasetLibrary library =
      new DatasetLibrary(postgres.folder(), new DatasetRepository(postgres.pool()));
  private final DatasetBuilder builder =
      new DatasetBuilder(
          library,
          new IncludedAds(postgres.pool()),
          new FeatureExtraction(reader, store),
          store,
          blobs);

  @Test
  void aCollectionBecomesADatasetThatGrowsByVersions() throws InterruptedException {
    ingest("shop", source("a", 1.0, "train"), source("b", 1.2, "test"));
    var order = new DatasetBuilder.Order("shop", "shop", EXTRACTORS, 0);
    var built = builder.build(order, _ -> {});
    assertThat(built.leftOut()).isEmpty();
    assertThat(built.dataset().label()).isEqualTo("shop@1");
    assertThat(built.dataset().synthetic()).isTrue();
    assertThat(FeatureOrigin.of(built.dataset(), Modality.VIDEO).orElseThrow().name())
        .isEqualTo("colour-motion");

    var snapshot = library.open("shop");
    assertThat(snapshot.pairs()).extracting(Pair::id).containsExactly("a", "b");
    assertThat(snapshot.pairs()).extracting(Pair::split).containsExactly(Split.TRAIN, Split.TEST);
    assertThat(snapshot.pairs()).extracting(Pair::mergedCategory).containsOnly("clothing");
    var logmel = new LogMelExtractor();
    assertThat(snapshot.matrix(Modality.AUDIO).row(1))
        .containsExactly(logmel.extract(reader.sound(media.resolve("b.mp4"), 16_000)));
    assertThat(snapshot.matrix(Modality.EMOTION).width()).isEqualTo(988);

    var again = builder.build(order, _ -> {});
    assertThat(again.dataset()).isEqualTo(built.dataset());
    assertThat(again.extraction().vectors()).isZero();

    ingest("shop", source("c", 1.4, "train"));
    assertThat(builder.build(order, _ -> {}).dataset().label()).isEqualTo("shop@2");
  }

  @Test
  void anAdWhoseFileIsGoneIsLeftOutByName() throws IOException, InterruptedException {
    ingest("damaged", source("good", 1.6, "train"), source("gone", 1.8, "train"));
    var ads = new IncludedAds(postgres.pool()).of("damaged").await();
    Files.delete(blobs.path(ads.getLast().sha256()));
    var built =
        builder.build(new DatasetBuilder.Order("damaged", "damaged", EXTRACTORS, 0), _ -> {});
    assertThat(built.leftOut()).containsExactly(ads.getLast().name());
    assertThat(built.dataset().pairs()).isEqualTo(1);
  }

  @Test
  void acceptedMusicIsLearnedFromWhereNothingOfItIsTestedOn() throws InterruptedException {
    ingest(
        "judged", source("a", 2.0, "train"), source("b", 2.2, "train"), source("c", 2.4, "test"));
    var ads = new IncludedAds(postgres.pool()).of("judged").await();
    LabelSource labels =
        () ->
            Future.succeededFuture(
                List.of(
                    new LabelSource.Verdict(ads.get(0).id(), ads.get(1).trackId(), 3, 2, 1),
                    new LabelSource.Verdict(ads.get(0).id(), ads.get(2).trackId(), 4, 3, 0),
                    new LabelSource.Verdict(ads.get(1).id(), ads.get(0).trackId(), 0, 0, 1),
                    new LabelSource.Verdict(ads.get(1).id(), ads.get(1).trackId(), 4, 1, 0)));
    var order = new DatasetBuilder.Order("judged", "judged", EXTRACTORS, 0, labels);
    var built = builder.build(order, _ -> {});

    var snapshot = library.open("judged");
    assertThat(snapshot.pairs())
        .extracting(Pair::id)
        .containsExactly("a", "b", "c", "a + music of b");
    var added = snapshot.pairs().getLast();
    assertThat(added.split()).isEqualTo(Split.TRAIN);
    assertThat(added.trackId()).isEqualTo(snapshot.pairs().get(1).trackId());
    assertThat(Pair.isAdded(added.id())).isTrue();
    var sound = snapshot.matrix(Modality.AUDIO);
    assertThat(sound.row(3)).containsExactly(sound.row(1));
    var pictures = snapshot.matrix(Modality.VIDEO);
    assertThat(pictures.row(3)).containsExactly(pictures.row(0));
    var noted = built.dataset().description().getJsonObject("origin").getJsonObject("verdicts");
    assertThat(noted.getInteger("added")).isEqualTo(1);
    assertThat(noted.getJsonArray("rejected")).hasSize(1);
  }

  @Test
  void aCollectionWithoutAdsIsRefused() {
    assertThatThrownBy(
            () -> builder.build(new DatasetBuilder.Order("x", "nobody", EXTRACTORS, 0), _ -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("collection \"nobody\" has no ad");
  }

  private void ingest(String collection, IngestSource... sources) {
    var previews = new Previews(reader, MediaLimits.standard(), media.resolve("previews"));
    SoundJudge all = _ -> new SoundJudge.Verdict(1, Optional.empty());
    new Ingest(postgres.pool(), blobs, reader, previews, all, CategoryMerging.ofThePaper(), 1)
        .run(collection, List.of(sources), (_, _) -> {});
  }

  private IngestSource source(String name, double seconds, String split) {
    return new IngestSource(
        TestClips.video(media.resolve(name + ".mp4"), seconds),
        name,
        Optional.of("sports"),
        Optional.empty(),
        Optional.of(" "),
        Optional.of(split),
        Optional.empty(),
        true);
  }
}
