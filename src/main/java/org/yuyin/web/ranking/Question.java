package org.yuyin.web.ranking;

import java.util.Optional;
import org.yuyin.catalogue.MusicFilter;

/**
 * What somebody wants to know: music for an ad.
 *
 * @param adId of an ad in the catalogue or an upload
 * @param music what the music must be like
 * @param run whose model ranks; empty for the one in service
 */
public record Question(long adId, MusicFilter music, Optional<Long> run) {
  /** Any music for an ad, by the model in service. */
  public static Question about(long adId) {
    return new Question(adId, MusicFilter.none(), Optional.empty());
  }
}
