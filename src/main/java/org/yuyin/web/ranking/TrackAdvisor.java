package org.yuyin.web.ranking;

import io.vertx.core.Future;
import java.util.List;

/** What the model in service knows about tracks and ads of the catalogue. */
public interface TrackAdvisor {
  /**
   * Music like a track.
   *
   * @param leaning how it should differ
   * @return the most alike first; fails with an {@link org.yuyin.storage.InputException} when the
   *     model does not know the track
   */
  Future<List<RankedTrack>> like(long trackId, Leaning leaning, int most);

  /** Ads whose pictures suit a track, those that use it already left out; the best first. */
  Future<List<SuitedAd>> adsFor(long trackId, int most);

  /** Numbers of ads whose pictures are like those of an ad, the most alike first. */
  Future<List<Long>> adsLike(long adId, int most);

  /**
   * An ad that suits a track.
   *
   * @param adId of the ad
   * @param name how it is called
   * @param score similarity in the model's space, -1 to 1
   */
  record SuitedAd(long adId, String name, double score) {}
}
