package org.yuyin.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yuyin.dataset.LabelSource.Verdict;
import org.yuyin.evaluation.GradedEvaluation;
import org.yuyin.retrieval.PoolItem;
import org.yuyin.retrieval.ServingModel;
import org.yuyin.retrieval.ServingModel.Wish;
import org.yuyin.review.GradedVerdicts;

/** How well a run ranks what reviewers have judged. */
final class VerdictScore {
  private VerdictScore() {}

  /** Over the ads of the run's dataset; empty while the verdicts tell no order from another. */
  static Optional<GradedEvaluation> of(Studio studio, long run) {
    var verdicts = new GradedVerdicts(studio.database().pool()).verdicts().await();
    if (verdicts.isEmpty()) {
      return Optional.empty();
    }
    try (var model = Recommending.models(studio).open(run)) {
      var rankings = new ArrayList<List<Double>>();
      verdicts.stream()
          .collect(Collectors.groupingBy(Verdict::adId))
          .forEach(
              (ad, ofAd) ->
                  model
                      .rowOfAd(ad)
                      .ifPresent(row -> rankings.add(grades(places(model, row), ofAd))));
      return GradedEvaluation.of(rankings);
    }
  }

  /** A line under the table of measures. */
  static String text(GradedEvaluation judged) {
    var ndcg = judged.ndcg();
    return "%nnDCG@%d over verdicts: %.3f (%.3f to %.3f), random %.3f; %,d ads, %,d judged tracks%n"
        .formatted(
            GradedEvaluation.PLACES,
            ndcg.value(),
            ndcg.low(),
            ndcg.high(),
            judged.random(),
            judged.ads(),
            judged.tracks());
  }

  /** Where each track of the catalogue stands for an ad. */
  private static Map<Long, Integer> places(ServingModel model, int row) {
    var places = new HashMap<Long, Integer>();
    for (var item : model.musicForRow(row, Wish.of(model.items().size())).items()) {
      item.item()
          .track()
          .map(PoolItem.CatalogueTrack::id)
          .ifPresent(t -> places.put(t, item.rank()));
    }
    return places;
  }

  private static List<Double> grades(Map<Long, Integer> places, List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(verdict -> places.containsKey(verdict.trackId()))
        .sorted(Comparator.comparing(verdict -> places.getOrDefault(verdict.trackId(), 0)))
        .map(Verdict::grade)
        .toList();
  }
}
