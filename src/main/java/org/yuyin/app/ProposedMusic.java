package org.yuyin.app;

import java.util.List;
import org.yuyin.review.Candidate;
import org.yuyin.review.Proposals;
import org.yuyin.review.Subject;

/** The places of the ranking of the model in service, one after the other. */
final class ProposedMusic implements Proposals.Proposer {
  private final NewMusic music;
  private long lastAd;
  private List<Candidate> ranked = List.of();

  ProposedMusic(NewMusic music) {
    this.music = music;
  }

  @Override
  public Subject propose(long adId, int place) {
    // Several items of one ad follow each other.
    if (adId != lastAd) {
      ranked = music.ranked(adId);
      lastAd = adId;
    }
    return Subject.of(NewMusic.at(place, ranked));
  }

  @Override
  public void close() {}
}
