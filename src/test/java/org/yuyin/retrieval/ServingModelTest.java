package org.yuyin.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.catalogue.Licence;
import org.yuyin.catalogue.MusicFilter;
import org.yuyin.dataset.ArrayMatrix;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.FeatureMatrix;
import org.yuyin.dataset.Pair;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.feature.Modality;
import org.yuyin.model.Encoder;
import org.yuyin.retrieval.ServingModel.Wish;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.InputException;

/** A model whose features are its points: directions in a plane, given in degrees. */
class ServingModelTest {
  @TempDir private static Path folder;

  private final List<Pair> pairs = new ArrayList<>();
  private final List<PoolItem> items = new ArrayList<>();
  private final List<float[]> video = new ArrayList<>();
  private final List<float[]> music = new ArrayList<>();

  private Map<Modality, FeatureMatrix> features = Map.of();
  private UploadedPool uploads = UploadedPool.empty();
  private ServingModel model;

  @BeforeEach
  void fill() {
    add("shoe-a", "shoes", "walk", 0, 0);
    add("shoe-b", "shoes", "walk", 10, 5);
    add("shoe-c", "shoes", "run", 20, 30);
    add("cream-a", "care", "calm", 90, 95);
    add("cream-b", "care", "soft", 100, 110);
    features =
        Map.of(
            Modality.VIDEO,
            matrix(video),
            Modality.AUDIO,
            matrix(music),
            Modality.EMOTION,
            matrix(music));
    open();
  }

  private void open() {
    var snapshot = new Snapshot("plane", "0".repeat(64), pairs, features);
    var info =
        new DatasetInfo(
            1, "plane", 1, "h", "f", pairs.size(), false, new JsonObject(), OffsetDateTime.now());
    model =
        new ServingModel(
            new ServingModel.Facts(7, "identity", info),
            new Trained(7, new Identity(), snapshot),
            items,
            uploads,
            new PointsCache(new DataFolder(folder.resolve("data")).create()));
  }

  @Test
  void eachTrackIsRecommendedOnceByItsBestClip() {
    var found = model.music(direction(4), Optional.empty(), Wish.of(3));
    assertThat(titles(found)).containsExactly("walk", "run", "calm");
    assertThat(found.items().getFirst().item().name()).isEqualTo("shoe-b");
    assertThat(found.pool()).isEqualTo(4);
  }

  @Test
  void reasonsAreTheKnownAdsMostLikeTheAskedOne() {
    var found = model.music(direction(4), Optional.empty(), Wish.of(4));
    var walk = found.items().get(0).reason().orElseThrow();
    assertThat(walk.sameTrack()).extracting(PoolItem::name).containsExactly("shoe-a", "shoe-b");
    assertThat(walk.sameCategory()).isEqualTo(3);
    assertThat(walk.lookedAt()).isEqualTo(5);
    var calm = found.items().get(2).reason().orElseThrow();
    assertThat(calm.sameTrack()).extracting(PoolItem::name).containsExactly("cream-a");
    assertThat(calm.sameCategory()).isEqualTo(2);
  }

  @Test
  void musicLikeATrackIsNeverTheTrackItself() {
    var rows = model.rowsOfTrack("walk");
    assertThat(rows).hasSize(2);
    assertThat(titles(model.like(rows, 2, item -> true))).containsExactly("run", "calm");
    assertThat(titles(model.like(rows, 2, item -> item.category().equals("care"))))
        .containsExactly("calm", "soft");
  }

  @Test
  void adsAlikeAreOrderedByTheirPictures() {
    assertThat(model.alike(0, 3))
        .extracting(it -> it.item().name())
        .containsExactly("shoe-b", "shoe-c", "cream-a");
  }

  @Test
  void aFilterIsHardAndAnUnknownCategoryIsRefused() {
    var care = new Wish(10, Set.of("care"), MusicFilter.none());
    assertThat(titles(model.music(direction(0), Optional.empty(), care)))
        .containsExactly("calm", "soft");
    var calmOnly =
        new Wish(
            10,
            Set.of(),
            MusicFilter.parse(
                name -> name.equals("energy") ? Optional.of("calm") : Optional.empty()));
    // Nobody has measured these tracks, so none is known to be calm.
    assertThat(model.music(direction(0), Optional.empty(), calmOnly).items()).isEmpty();
    var wrong = new Wish(10, Set.of("cars"), MusicFilter.none());
    assertThatThrownBy(() -> model.music(direction(0), Optional.empty(), wrong))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no category \"cars\"");
  }

  @Test
  void uploadedMusicIsRankedBesideThatOfAdsWhereItsLicenceAllowsIt() {
    var tiktok =
        Licence.parse(name -> Optional.of("tiktok").filter(it -> name.equals("platforms")));
    uploads = new UploadedPool(List.of(upload(77, "own", tiktok)), new float[][] {direction(4)});
    open();
    var found = model.music(direction(4), Optional.empty(), Wish.of(3));
    assertThat(titles(found)).containsExactly("own", "walk", "run");
    assertThat(found.pool()).isEqualTo(5);
    assertThat(found.items().getFirst().reason().orElseThrow().sameCategory()).isZero();
    // Of the music of ads nobody knows the licence.
    assertThat(titles(model.music(direction(4), Optional.empty(), onPlatform("TikTok"))))
        .containsExactly("own");
    assertThat(model.music(direction(4), Optional.empty(), onPlatform("youtube")).items())
        .isEmpty();
    assertThat(titles(model.like(model.rowsOfTrack("77"), 1, item -> true)))
        .containsExactly("walk");
    assertThat(model.ads(model.rowsOfTrack("77"), Wish.of(1)).items().getFirst().item().name())
        .isEqualTo("shoe-a");
  }

  private static Wish onPlatform(String platform) {
    return new Wish(
        9,
        Set.of(),
        MusicFilter.parse(name -> Optional.of(platform).filter(it -> name.equals("platform"))));
  }

  private static PoolItem upload(long id, String title, Optional<Licence> licence) {
    return new PoolItem(
        "",
        "upload:" + id,
        title,
        "",
        "",
        false,
        OptionalLong.empty(),
        Optional.of(new PoolItem.CatalogueTrack(id, "0".repeat(64), licence)),
        Optional.empty(),
        false);
  }

  private void add(String name, String category, String track, double videoAt, double musicAt) {
    pairs.add(new Pair(name, category, category + "-merged", "tag", track, Split.TRAIN));
    items.add(
        new PoolItem(
            name,
            track,
            track,
            category,
            category + "-merged",
            false,
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            false));
    video.add(direction(videoAt));
    music.add(direction(musicAt));
  }

  private static List<String> titles(Recommendations found) {
    return found.items().stream().map(it -> it.item().title()).toList();
  }

  private static float[] direction(double degrees) {
    double angle = Math.toRadians(degrees);
    return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
  }

  private static FeatureMatrix matrix(List<float[]> rows) {
    return new ArrayMatrix(rows.toArray(float[][]::new), 2);
  }

  /** Features are points already. */
  private static final class Identity implements Encoder {
    @Override
    public int width() {
      return 2;
    }

    @Override
    public float[][] encodeVideo(Map<Modality, float[][]> features) {
      return java.util.Objects.requireNonNull(features.get(Modality.VIDEO));
    }

    @Override
    public float[][] encodeMusic(Map<Modality, float[][]> features) {
      return java.util.Objects.requireNonNull(features.get(Modality.AUDIO));
    }

    @Override
    public void close() {}
  }
}
