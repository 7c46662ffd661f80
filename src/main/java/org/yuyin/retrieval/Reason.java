package org.yuyin.retrieval;

import java.util.List;

/**
 * Why a track may fit an ad, told by the known ads whose pictures are most like it.
 *
 * @param sameTrack those of them that use this very track, the most alike first
 * @param sameCategory how many of them are of the category that the track's ad is of
 * @param lookedAt how many there are
 */
public record Reason(List<PoolItem> sameTrack, int sameCategory, int lookedAt) {
  public Reason {
    sameTrack = List.copyOf(sameTrack);
  }
}
