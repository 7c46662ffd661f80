package org.yuyin.dataset;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.yuyin.catalogue.IncludedAd;
import org.yuyin.dataset.LabelSource.Verdict;

/**
 * What verdicts add to a dataset: rows that put music under the pictures of another ad because
 * people accepted it there. Only where the ad and the music are both learned from, so that nothing
 * that is tested on is ever seen; what people rejected is noted beside.
 */
final class ReviewedPairs {
  private final List<Added> added;
  private final JsonArray rejected;

  private ReviewedPairs(List<Added> added, JsonArray rejected) {
    this.added = added;
    this.rejected = rejected;
  }

  /**
   * One more row.
   *
   * @param pictures whose pictures and tag
   * @param music whose music
   */
  record Added(IncludedAd pictures, IncludedAd music) {}

  /**
   * Chooses the rows.
   *
   * @param ads of the dataset
   * @param pairs their rows, in the same order
   */
  static ReviewedPairs of(List<Verdict> verdicts, List<IncludedAd> ads, List<Pair> pairs) {
    var learned = new HashMap<Long, IncludedAd>();
    var byTrack = new HashMap<Long, IncludedAd>();
    var taken = new HashSet<List<Long>>();
    IntStream.range(0, ads.size())
        .filter(row -> pairs.get(row).split() == Split.TRAIN)
        .mapToObj(ads::get)
        .forEach(
            ad -> {
              learned.put(ad.id(), ad);
              byTrack.putIfAbsent(ad.trackId(), ad);
              taken.add(List.of(ad.id(), ad.trackId()));
            });
    var added = new ArrayList<Added>();
    var rejected = new JsonArray();
    for (var verdict : verdicts) {
      var pictures = learned.get(verdict.adId());
      var music = byTrack.get(verdict.trackId());
      if (pictures == null || music == null) {
        continue;
      }
      if (verdict.accepted() && taken.add(List.of(pictures.id(), music.trackId()))) {
        added.add(new Added(pictures, music));
      } else if (verdict.rejected()) {
        rejected.add(JsonArray.of(pictures.name(), music.trackKey()));
      }
    }
    return new ReviewedPairs(List.copyOf(added), rejected);
  }

  List<Added> added() {
    return added;
  }

  /** For the dataset's description; nothing when there was no verdict to use. */
  void note(JsonObject origin) {
    if (!added.isEmpty() || !rejected.isEmpty()) {
      origin.put("verdicts", JsonObject.of("added", added.size(), "rejected", rejected));
    }
  }
}
