package org.yuyin.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yuyin.retrieval.ServingModel;
import org.yuyin.retrieval.ServingModels;
import org.yuyin.review.Candidate;
import org.yuyin.review.Proposals;
import org.yuyin.review.Subject;
import org.yuyin.storage.InputException;

/**
 * Two pieces of music for a blind comparison: what two runs rank first, or two places in the
 * ranking of the model in service. With more than two to compare, the pairs take turns.
 */
final class ProposedPairs implements Proposals.Proposer {
  // Options were checked when the queue was made.
  private static final String RUN = "run:";
  private static final String PLACE = "place:";

  private final List<List<String>> pairs;
  private final NewMusic music;
  private final Map<String, ServingModel> models = new HashMap<>();

  private ProposedPairs(List<List<String>> pairs, NewMusic music) {
    this.pairs = pairs;
    this.music = music;
  }

  /** Loads the models of the runs that are compared. */
  static ProposedPairs open(List<String> options, NewMusic music, ServingModels models) {
    var proposer = new ProposedPairs(pairs(options.stream().distinct().toList()), music);
    try {
      for (var option : options) {
        if (option.startsWith(RUN)) {
          proposer.models.computeIfAbsent(option, run -> models.open(number(run, RUN)));
        }
      }
      return proposer;
    } catch (RuntimeException e) {
      proposer.close();
      throw e;
    }
  }

  private static List<List<String>> pairs(List<String> options) {
    var pairs = new ArrayList<List<String>>();
    for (int i = 0; i < options.size(); i++) {
      for (int j = i + 1; j < options.size(); j++) {
        pairs.add(List.of(options.get(i), options.get(j)));
      }
    }
    return pairs;
  }

  @Override
  public Subject propose(long adId, int turn) {
    var pair = pairs.get(turn % pairs.size());
    var first = candidate(adId, pair.getFirst());
    var second = candidate(adId, pair.getLast());
    if (first.trackId() == second.trackId()) {
      throw new InputException(
          "both sides recommend the same track, so there is nothing to compare");
    }
    return Subject.of(first, second);
  }

  private Candidate candidate(long adId, String option) {
    if (models.get(option) instanceof ServingModel model) {
      return NewMusic.at(0, music.ranked(adId, model, option));
    }
    var found = NewMusic.at((int) number(option, PLACE) - 1, music.ranked(adId));
    return new Candidate(option, found.trackId(), found.title(), found.sourceTag(), found.score());
  }

  private static long number(String option, String kind) {
    return Long.parseLong(option.substring(kind.length()));
  }

  @Override
  public void close() {
    models.values().forEach(ServingModel::close);
  }
}
