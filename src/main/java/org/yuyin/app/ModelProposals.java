package org.yuyin.app;

import java.util.Optional;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.retrieval.LoadedModels;
import org.yuyin.retrieval.VideoDescriber;
import org.yuyin.review.Proposals;
import org.yuyin.review.ReviewTask;

/** Lets the models of the studio propose what reviewers judge. */
final class ModelProposals implements Proposals {
  private final Studio studio;
  private final CatalogueView catalogue;
  private final CatalogueRanker ranker;
  private final LoadedModels models;
  private final VideoDescriber describer;

  ModelProposals(
      Studio studio,
      CatalogueView catalogue,
      CatalogueRanker ranker,
      LoadedModels models,
      VideoDescriber describer) {
    this.studio = studio;
    this.catalogue = catalogue;
    this.ranker = ranker;
    this.models = models;
    this.describer = describer;
  }

  @Override
  public Proposer open(ReviewTask task) {
    models.ask(
        Optional.empty(),
        model -> model.run()); // says what to do when there is none, before any item is touched
    return switch (task.kind()) {
      case RECOMMENDATION -> new ProposedMusic(new NewMusic(catalogue, ranker));
      case PREFERENCE ->
          ProposedPairs.open(
              task.settings().options(),
              new NewMusic(catalogue, ranker),
              Recommending.models(studio));
      case CATEGORY -> new ProposedCategories(task, catalogue, studio.blobs(), models, describer);
      case MUSIC -> throw new IllegalStateException("what is judged is known from the start");
    };
  }
}
