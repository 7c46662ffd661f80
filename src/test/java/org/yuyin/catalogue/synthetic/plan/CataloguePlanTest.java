package org.yuyin.catalogue.synthetic.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yuyin.catalogue.CategoryMerging;

class CataloguePlanTest {
  private static final PlanSize SIZE = PlanSize.standard();
  private static final CataloguePlan PLAN = CataloguePlan.draw(SIZE, 1);

  @Test
  void theSeedAloneDecidesThePlan() {
    assertThat(CataloguePlan.draw(SIZE, 1)).isEqualTo(PLAN);
    assertThat(CataloguePlan.draw(SIZE, 2)).isNotEqualTo(PLAN);
  }

  @Test
  void everyKindOfAdIsThereAsOftenAsAskedFor() {
    assertThat(countsOf(AdPlan::kind))
        .isEqualTo(
            Map.of(
                AdKind.MUSIC, 240L,
                AdKind.SPEECH_ONLY, 12L,
                AdKind.SILENT, 8L,
                AdKind.NO_AUDIO, 4L,
                AdKind.HALF_MUSIC, 10L,
                AdKind.DUPLICATE, 2L,
                AdKind.TRUNCATED, 1L,
                AdKind.HELD_OUT, 6L));
  }

  @Test
  void goodAdsComeFromAllFifteenCategoriesAndTheRarestStillHasTen() {
    var counts =
        PLAN.ofKind(AdKind.MUSIC).stream().collect(groupingBy(AdPlan::category, counting()));
    assertThat(counts).hasSize(15).containsOnlyKeys(ProductCategory.values());
    assertThat(counts.values()).allMatch(count -> count >= 10);
    assertThat(counts.get(ProductCategory.VIDEO_GAMES))
        .isLessThan(counts.get(ProductCategory.FOOD));
  }

  @Test
  void theMergedCategoriesAreThoseOfThePaper() {
    var paper = CategoryMerging.ofThePaper();
    for (var category : ProductCategory.values()) {
      assertThat(paper.mergedOf(category.title())).hasValue(category.merged());
    }
    assertThat(PLAN.ads().stream().map(ad -> ad.category().merged()).distinct()).hasSize(4);
  }

  @Test
  void adsHaveNamesOfTheirOwnAndTracksTitlesOfTheirOwn() {
    assertThat(PLAN.ads()).extracting(AdPlan::id).doesNotHaveDuplicates();
    assertThat(PLAN.ads()).extracting(AdPlan::file).doesNotHaveDuplicates();
    var tracks = PLAN.ads().stream().map(AdPlan::track).distinct().toList();
    assertThat(tracks).extracting(TrackPlan::title).doesNotHaveDuplicates();
  }

  @Test
  void oneToThreeGoodAdsShareATrackAndManyDo() {
    var uses = PLAN.ofKind(AdKind.MUSIC).stream().collect(groupingBy(AdPlan::track, counting()));
    assertThat(uses.values()).allMatch(count -> count <= 3).contains(1L, 2L, 3L);
    assertThat(uses.size()).isBetween(110, 190);
  }

  @Test
  void pictureAndMusicAreAlikeInMoodAndMostlyOfOneCategory() {
    var good = PLAN.ofKind(AdKind.MUSIC);
    long own = good.stream().filter(ad -> ad.track().style() == ad.category()).count();
    assertThat(own / 240.0).isBetween(0.8, 0.99);
    assertThat(distance(good, AdPlan::mood)).isLessThan(0.1);
    // What moods of unrelated ads are apart, for comparison.
    assertThat(distance(good, ad -> CataloguePlan.draw(SIZE, 9).ads().getFirst().mood()))
        .isGreaterThan(0.2);
  }

  @Test
  void aDuplicateIsACopyOfAGoodAdUnderAnotherName() {
    var good = PLAN.ofKind(AdKind.MUSIC).stream().collect(Collectors.toMap(AdPlan::seed, ad -> ad));
    var copies = PLAN.ofKind(AdKind.DUPLICATE);
    assertThat(copies).extracting(AdPlan::seed).doesNotHaveDuplicates();
    for (var copy : copies) {
      var original = Objects.requireNonNull(good.get(copy.seed()), "copied from a good ad");
      assertThat(copy.track()).isEqualTo(original.track());
      assertThat(copy.category()).isEqualTo(original.category());
      assertThat(copy.id()).isNotEqualTo(original.id());
    }
  }

  @Test
  void heldOutAdsComeLastLieApartAndUseMusicThatNoOtherAdUses() {
    var heldOut = PLAN.ofKind(AdKind.HELD_OUT);
    assertThat(PLAN.ads()).endsWith(heldOut.toArray(AdPlan[]::new));
    assertThat(heldOut).allMatch(ad -> ad.file().startsWith("held-out/"));
    var tracks = heldOut.stream().map(AdPlan::track).toList();
    assertThat(PLAN.ads().subList(0, PLAN.ads().size() - heldOut.size()))
        .noneMatch(ad -> tracks.contains(ad.track()) || ad.file().startsWith("held-out/"));
  }

  @Test
  void aSmallPlanHasEverythingThatWasAskedForToo() {
    var small = CataloguePlan.draw(new PlanSize(1, 0, 0, 0, 0, 1, 0, 1), 5);
    assertThat(small.ads())
        .extracting(AdPlan::kind)
        .containsExactly(AdKind.MUSIC, AdKind.DUPLICATE, AdKind.HELD_OUT);
  }

  @Test
  void aSizeWithoutGoodAdsOrWithMoreCopiesThanOriginalsIsRefused() {
    assertThatThrownBy(() -> new PlanSize(0, 1, 1, 1, 1, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PlanSize(2, 0, 0, 0, 0, 3, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMoodNearbyStaysInRangeAndOnAverageWhereItWas() {
    var random = new java.util.Random(4);
    double energy = 0;
    for (int i = 0; i < 2000; i++) {
      energy += new Mood(0.5, 1).near(0.1, random).energy() / 2000;
    }
    assertThat(energy).isCloseTo(0.5, within(0.01));
    assertThat(new Mood(0, 1).near(5, random).energy()).isBetween(0.0, 1.0);
    assertThatThrownBy(() -> new Mood(1.1, 0.5)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double distance(Collection<AdPlan> ads, Function<AdPlan, Mood> picture) {
    return ads.stream()
        .mapToDouble(
            ad -> {
              var mood = picture.apply(ad);
              var music = ad.track().mood();
              return (Math.abs(mood.energy() - music.energy())
                      + Math.abs(mood.brightness() - music.brightness()))
                  / 2;
            })
        .average()
        .orElseThrow();
  }

  private static <K> Map<K, Long> countsOf(Function<AdPlan, K> key) {
    return PLAN.ads().stream().collect(groupingBy(key, counting()));
  }
}
