package org.yuyin.catalogue.synthetic.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Everything the demo catalogue will hold.
 *
 * <p>The link between picture and music is made as an editor would make it: for each ad a track is
 * taken that suits it. A track has a style (that of a category) and a mood; the ads that use it,
 * one to three, have about the same mood, and mostly the category of the style, but not always.
 * What can be learned is therefore real and what cannot is noise, on both sides.
 *
 * @param ads in the order of the manifest; held-out ones last
 */
public record CataloguePlan(List<AdPlan> ads) {
  /** How far moods of one category lie apart. */
  private static final double MOODS_IN_CATEGORY = 0.2;

  /** How far the mood of an ad's picture lies from that of its music. */
  private static final double PICTURE_FROM_MUSIC = 0.08;

  /** Share of ads whose music was written in the style of another category. */
  private static final double BORROWED_SHARE = 0.1;

  /** Relative frequency of the merged categories; electronics are rare in the paper too. */
  private static final double[] FREQUENCIES = {
    0.8, 0.8, 0.8, 1.2, 1.2, 1.1, 1.1, 1.1, 1, 1, 1, 1, 1, 1, 1
  };

  public CataloguePlan {
    ads = List.copyOf(ads);
  }

  /** The same size and seed always give the same plan. */
  public static CataloguePlan draw(PlanSize size, long seed) {
    return new Drawing(seed).draw(size);
  }

  /** The ads of one kind. */
  public List<AdPlan> ofKind(AdKind kind) {
    return ads.stream().filter(ad -> ad.kind() == kind).toList();
  }

  private static final class Drawing {
    private final Random random;
    private final TrackTitles titles;
    private final List<AdPlan> ads = new ArrayList<>();
    private int number;

    Drawing(long seed) {
      this.random = new Random(seed);
      this.titles = new TrackTitles(random);
    }

    CataloguePlan draw(PlanSize size) {
      addMusic(size.music());
      for (int copy = 0; copy < size.duplicates(); copy++) {
        var original = ads.get(copy * Math.max(1, size.music() / Math.max(1, size.duplicates())));
        ads.add(copyOf(original));
      }
      addOthers(AdKind.SPEECH_ONLY, size.speechOnly());
      addOthers(AdKind.SILENT, size.silent());
      addOthers(AdKind.NO_AUDIO, size.noAudio());
      addOthers(AdKind.HALF_MUSIC, size.halfMusic());
      addOthers(AdKind.TRUNCATED, size.truncated());
      addOthers(AdKind.HELD_OUT, size.heldOut());
      return new CataloguePlan(ads);
    }

    private void addMusic(int count) {
      var categories = categories(count);
      var tracks = tracks(categories);
      borrow(tracks);
      TrackPlan before = null;
      int use = 0;
      for (int ad = 0; ad < count; ad++) {
        var track = tracks.get(ad);
        use = track.equals(before) ? use + 1 : 0;
        before = track;
        ads.add(ad(AdKind.MUSIC, categories.get(ad), track, use % 2));
      }
    }

    /** One category for each ad, the same ones together. */
    private List<ProductCategory> categories(int count) {
      double total = 0;
      for (double frequency : FREQUENCIES) {
        total += frequency;
      }
      var categories = new ArrayList<ProductCategory>();
      double due = 0;
      for (var category : ProductCategory.values()) {
        due += FREQUENCIES[category.ordinal()] * count / total;
        while (categories.size() < Math.round(due)) {
          categories.add(category);
        }
      }
      return categories;
    }

    /** One track for each ad; runs of one to three ads of a category share theirs. */
    private List<TrackPlan> tracks(List<ProductCategory> categories) {
      var tracks = new ArrayList<TrackPlan>();
      while (tracks.size() < categories.size()) {
        var category = categories.get(tracks.size());
        var track = track(category);
        double draw = random.nextDouble();
        int uses = draw < 0.5 ? 1 : draw < 0.83 ? 2 : 3;
        for (int use = 0; use < uses && tracks.size() < categories.size(); use++) {
          if (categories.get(tracks.size()) == category) {
            tracks.add(track);
          }
        }
      }
      return tracks;
    }

    /** Some ads swap their tracks, whatever their categories. */
    private void borrow(List<TrackPlan> tracks) {
      var borrowers = new ArrayList<Integer>();
      for (int ad = 0; ad < tracks.size(); ad++) {
        if (random.nextDouble() < BORROWED_SHARE) {
          borrowers.add(ad);
        }
      }
      var swapped = new ArrayList<>(borrowers);
      Collections.rotate(swapped, swapped.size() / 2);
      var before = List.copyOf(tracks);
      for (int place = 0; place < borrowers.size(); place++) {
        tracks.set(borrowers.get(place), before.get(swapped.get(place)));
      }
    }

    private void addOthers(AdKind kind, int count) {
      var all = ProductCategory.values();
      int from = random.nextInt(all.length);
      for (int other = 0; other < count; other++) {
        var category = all[(from + other * 4) % all.length]; // 4 and 15 have no common divisor
        ads.add(ad(kind, category, track(category), 0));
      }
    }

    private TrackPlan track(ProductCategory category) {
      var mood = category.usualMood().near(MOODS_IN_CATEGORY, random);
      return new TrackPlan(titles.next(mood), category, mood, random.nextLong());
    }

    private AdPlan ad(AdKind kind, ProductCategory category, TrackPlan track, int fromBar) {
      var mood = track.mood().near(PICTURE_FROM_MUSIC, random);
      return new AdPlan(id(category), kind, category, mood, random.nextLong(), track, fromBar);
    }

    private AdPlan copyOf(AdPlan ad) {
      return new AdPlan(
          id(ad.category()),
          AdKind.DUPLICATE,
          ad.category(),
          ad.mood(),
          ad.seed(),
          ad.track(),
          ad.fromBar());
    }

    private String id(ProductCategory category) {
      number++;
      var words = category.title().replace("'", "").replace(' ', '-');
      return "%03d-%s".formatted(number, words).toLowerCase(Locale.ROOT);
    }
  }
}
