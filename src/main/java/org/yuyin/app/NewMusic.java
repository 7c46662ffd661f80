package org.yuyin.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.catalogue.MusicFilter;
import org.yuyin.retrieval.ServingModel;
import org.yuyin.retrieval.ServingModel.Wish;
import org.yuyin.review.Candidate;
import org.yuyin.storage.InputException;
import org.yuyin.web.ranking.Question;
import org.yuyin.web.ranking.RankedTrack;
import org.yuyin.web.ranking.Ranking;

/** Ranked music for an ad that is not its own already: nobody needs to judge that. */
final class NewMusic {
  private static final int RANKED = 24;

  private final CatalogueView catalogue;
  private final CatalogueRanker ranker;

  NewMusic(CatalogueView catalogue, CatalogueRanker ranker) {
    this.catalogue = catalogue;
    this.ranker = ranker;
  }

  /** As the model in service ranks it, each said to be proposed by its run. */
  List<Candidate> ranked(long adId) {
    var ranking = ranker.rank(Question.about(adId), RANKED, stage -> {});
    return without(ownTrack(adId), ranking, "run:" + ranking.runId());
  }

  /** As another model ranks it. */
  List<Candidate> ranked(long adId, ServingModel model, String option) {
    var wish = new Wish(RANKED, Set.of(), MusicFilter.none());
    return without(ownTrack(adId), ranker.rank(model, adId, wish, stage -> {}), option);
  }

  /** The candidate at a place, from 0. */
  static Candidate at(int place, List<Candidate> ranked) {
    if (place >= ranked.size()) {
      throw new InputException(
          "the ranking has no place %d; it ends at %d".formatted(place + 1, ranked.size()));
    }
    return ranked.get(place);
  }

  private Optional<Long> ownTrack(long adId) {
    return catalogue.ad(adId).await().flatMap(ad -> ad.trackId());
  }

  private static List<Candidate> without(Optional<Long> own, Ranking ranking, String option) {
    return ranking.tracks().stream()
        .filter(track -> !own.equals(Optional.of(track.trackId())))
        .map(track -> candidate(track, option))
        .toList();
  }

  private static Candidate candidate(RankedTrack track, String option) {
    return new Candidate(option, track.trackId(), track.title(), track.sourceTag(), track.score());
  }
}
