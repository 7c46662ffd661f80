package org.yuyin.catalogue.synthetic.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuyin.catalogue.synthetic.plan.Mood;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;

class FilmTest {
  private static final FilmFormat SMALL = new FilmFormat(64, 36, 5);
  private static final int FILMS_OF_A_CATEGORY = 4;

  @Test
  void thereIsAFrameOfTheStatedSizeForEveryMoment() {
    var film = new Film(ProductCategory.FOOD, new Mood(0.5, 0.5), 3.1, 0.5, 1, SMALL);
    var sizes = new ArrayList<String>();
    film.paint(image -> sizes.add(image.getWidth() + "x" + image.getHeight()));
    assertThat(film.frameCount()).isEqualTo(16); // 3.1 s of 5 frames, rounded
    assertThat(sizes).hasSize(16).containsOnly("64x36");
  }

  @Test
  void theSameSeedPaintsTheSamePixelsAndAnotherSeedOthers() {
    var once = hashes(ProductCategory.TABLETS, 4);
    assertThat(hashes(ProductCategory.TABLETS, 4)).isEqualTo(once);
    assertThat(hashes(ProductCategory.TABLETS, 5)).doesNotContainAnyElementsOf(once);
  }

  @ParameterizedTest
  @EnumSource(ProductCategory.class)
  void everyCategoryIsPaintedInEveryMoodAndMoves(ProductCategory category) {
    for (double energy : new double[] {0, 1}) {
      for (double brightness : new double[] {0, 1}) {
        var film = new Film(category, new Mood(energy, brightness), 2, 0.5, 9, SMALL);
        var painted = frames(film);
        assertThat(painted).hasSize(10);
        assertThat(painted.getFirst()).isNotEqualTo(painted.getLast());
        assertThat(colours(painted.get(5))).isGreaterThan(50);
      }
    }
  }

  @Test
  void cutsFallOnBeatsAndDrivingAdsHaveMoreOfThem() {
    for (double beat : new double[] {0.4, 0.55, 0.9}) {
      var calm = shots(new Mood(0.1, 0.5), beat);
      var driving = shots(new Mood(0.95, 0.5), beat);
      assertThat(driving).hasSizeGreaterThan(calm.size());
      for (var shots : List.of(calm, driving)) {
        double cut = 0;
        for (var shot : shots.subList(0, shots.size() - 1)) {
          cut += shot.seconds();
          assertThat(cut / beat).isCloseTo(Math.rint(cut / beat), within(1e-6));
        }
        assertThat(cut + shots.getLast().seconds()).isCloseTo(10, within(1e-9));
      }
    }
  }

  @Test
  void brightMoodsGiveLighterPictures() {
    for (var category : ProductCategory.values()) {
      double dark = lightness(frames(new Film(category, new Mood(0.5, 0.1), 1, 0.5, 2, SMALL)));
      double light = lightness(frames(new Film(category, new Mood(0.5, 0.9), 1, 0.5, 2, SMALL)));
      assertThat(light).as(category.title()).isGreaterThan(dark + 20);
    }
  }

  /**
   * What a model can learn from: a film looks more like others of its category than like others.
   */
  @Test
  void filmsOfOneCategoryResembleEachOtherMoreThanFilmsOfTwo() {
    var films = new EnumMap<ProductCategory, List<double[]>>(ProductCategory.class);
    for (var category : ProductCategory.values()) {
      var looks = new ArrayList<double[]>();
      for (long seed = 0; seed < FILMS_OF_A_CATEGORY; seed++) {
        looks.add(look(frames(new Film(category, category.usualMood(), 4, 0.5, seed, SMALL))));
      }
      films.put(category, looks);
    }
    double within = meanDistance(films, true);
    double between = meanDistance(films, false);
    assertThat(within).isLessThan(0.85 * between);
    assertThat(nearestIsOfTheSameCategory(films)).isGreaterThan(0.4); // by chance one in fifteen
  }

  @Test
  void aFormatWithOddSidesOrTooFewFramesIsRefused() {
    assertThatThrownBy(() -> new FilmFormat(65, 36, 5)).hasMessageContaining("even sides");
    assertThatThrownBy(() -> new FilmFormat(64, 36, 1)).hasMessageContaining("5 frames");
    assertThatThrownBy(() -> new FilmFormat(32, 18, 5)).hasMessageContaining("64 x 36");
  }

  private static List<Shot> shots(Mood mood, double beatSeconds) {
    return new Director(ProductCategory.SPORTS, mood, 3, 36).shots(10, beatSeconds);
  }

  private static List<Integer> hashes(ProductCategory category, long seed) {
    var film = new Film(category, category.usualMood(), 2, 0.5, seed, SMALL);
    return frames(film).stream().map(Arrays::hashCode).toList();
  }

  private static List<int[]> frames(Film film) {
    var frames = new ArrayList<int[]>();
    film.paint(image -> frames.add(pixels(image)));
    return frames;
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData().clone();
  }

  private static long colours(int[] pixels) {
    return Arrays.stream(pixels).distinct().count();
  }

  private static double lightness(List<int[]> frames) {
    return frames.stream()
            .flatMapToInt(Arrays::stream)
            .map(pixel -> (pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff))
            .average()
            .orElseThrow()
        / 3;
  }

  /** Shares of 64 colours over all frames: what is shown, wherever it stands. */
  private static double[] look(List<int[]> frames) {
    var shares = new double[64];
    for (var frame : frames) {
      for (int pixel : frame) {
        shares[(pixel >> 18 & 0x30) | (pixel >> 12 & 0xc) | (pixel >> 6 & 0x3)] +=
            1.0 / frame.length / frames.size();
      }
    }
    return shares;
  }

  private static double distance(double[] first, double[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += Math.abs(first[i] - second[i]);
    }
    return sum;
  }

  private static double meanDistance(Map<ProductCategory, List<double[]>> films, boolean same) {
    double sum = 0;
    int count = 0;
    for (var one : films.keySet()) {
      for (var other : films.keySet()) {
        for (var first : films.get(one)) {
          for (var second : films.get(other)) {
            if (first != second && (one == other) == same) {
              sum += distance(first, second);
              count++;
            }
          }
        }
      }
    }
    return sum / count;
  }

  private static double nearestIsOfTheSameCategory(Map<ProductCategory, List<double[]>> films) {
    int right = 0;
    int all = 0;
    for (var category : films.keySet()) {
      for (var film : films.get(category)) {
        var nearest = category;
        double least = Double.MAX_VALUE;
        for (var other : films.keySet()) {
          for (var candidate : films.get(other)) {
            double distance = distance(film, candidate);
            if (candidate != film && distance < least) {
              least = distance;
              nearest = other;
            }
          }
        }
        right += nearest == category ? 1 : 0;
        all++;
      }
    }
    return (double) right / all;
  }
}
