package org.yuyin.app;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.retrieval.LoadedModels;
import org.yuyin.retrieval.Recommendation;
import org.yuyin.retrieval.ServingModel;
import org.yuyin.retrieval.VideoDescriber;
import org.yuyin.review.Guess;
import org.yuyin.review.Proposals;
import org.yuyin.review.ReviewTask;
import org.yuyin.review.Subject;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.InputException;

/**
 * The category of an ad, guessed from the ads whose pictures are most alike in the model's space:
 * each of the nearest votes with its similarity.
 */
final class ProposedCategories implements Proposals.Proposer {
  private static final int NEIGHBOURS = 15;
  private static final int MOST_GUESSES = 5;

  private final Set<String> categories;
  private final CatalogueView catalogue;
  private final BlobStore blobs;
  private final LoadedModels models;
  private final VideoDescriber describer;

  ProposedCategories(
      ReviewTask task,
      CatalogueView catalogue,
      BlobStore blobs,
      LoadedModels models,
      VideoDescriber describer) {
    this.categories = Set.copyOf(task.settings().categories());
    this.catalogue = catalogue;
    this.blobs = blobs;
    this.models = models;
    this.describer = describer;
  }

  @Override
  public Subject propose(long adId, int place) {
    return Subject.of(guesses(models.ask(Optional.empty(), model -> alike(model, adId))));
  }

  private List<Recommendation> alike(ServingModel model, long adId) {
    var row = model.rowOfAd(adId);
    if (row.isPresent()) {
      return model.alike(row.getAsInt(), NEIGHBOURS);
    }
    var sha256 =
        catalogue
            .ad(adId)
            .await()
            .flatMap(ad -> ad.sha256())
            .orElseThrow(() -> new InputException("the ad %d could not be read".formatted(adId)));
    var vector = describer.describe(blobs.path(sha256), sha256, model.dataset());
    return model.alike(vector, NEIGHBOURS);
  }

  private List<Guess> guesses(List<Recommendation> neighbours) {
    var votes = new HashMap<String, Double>();
    for (var neighbour : neighbours) {
      var category = neighbour.item().category();
      if (categories.contains(category)) {
        votes.merge(category, Math.max(0, neighbour.score()), Double::sum);
      }
    }
    double all = votes.values().stream().mapToDouble(vote -> vote).sum();
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() > 0)
        .map(vote -> new Guess(vote.getKey(), vote.getValue() / all))
        .sorted(Comparator.comparingDouble(Guess::share).reversed())
        .limit(MOST_GUESSES)
        .toList();
  }

  @Override
  public void close() {}
}
