package org.yuyin.retrieval;

import java.util.List;

/**
 * The known ads whose pictures are most like those of a query, its own left out.
 *
 * @param ads the most alike first
 */
record NearAds(List<PoolItem> ads) {
  static final int LOOKED_AT = 20;
  private static final int MOST_TOLD = 2;

  NearAds {
    ads = List.copyOf(ads);
  }

  /** What they say for a track. */
  Reason reason(PoolItem recommended) {
    var sameTrack =
        ads.stream()
            .filter(ad -> ad.trackKey().equals(recommended.trackKey()))
            .limit(MOST_TOLD)
            .toList();
    var sameCategory =
        ads.stream().filter(ad -> ad.category().equals(recommended.category())).count();
    return new Reason(sameTrack, (int) sameCategory, ads.size());
  }
}
