package org.yuyin.app;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.retrieval.LoadedModels;
import org.yuyin.retrieval.PoolItem;
import org.yuyin.retrieval.Recommendation;
import org.yuyin.retrieval.Recommendations;
import org.yuyin.retrieval.ServingModel;
import org.yuyin.retrieval.ServingModel.Wish;
import org.yuyin.retrieval.VideoDescriber;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.InputException;
import org.yuyin.web.ranking.MusicRanker;
import org.yuyin.web.ranking.Question;
import org.yuyin.web.ranking.RankedTrack;
import org.yuyin.web.ranking.Ranking;

/** Ranks music for the pages with the model in service. */
final class CatalogueRanker implements MusicRanker {
  private static final int TAG_DIGITS = 16;

  private final CatalogueView catalogue;
  private final BlobStore blobs;
  private final LoadedModels models;
  private final VideoDescriber describer;

  CatalogueRanker(
      CatalogueView catalogue, BlobStore blobs, LoadedModels models, VideoDescriber describer) {
    this.catalogue = catalogue;
    this.blobs = blobs;
    this.models = models;
    this.describer = describer;
  }

  @Override
  public Ranking rank(Question question, int most, Consumer<Stage> stage) {
    var wish = new Wish(most, Set.of(), question.music());
    return models.ask(question.run(), model -> rank(model, question.adId(), wish, stage));
  }

  /** The same with a model of the caller's choice. */
  Ranking rank(ServingModel model, long adId, Wish wish, Consumer<Stage> stage) {
    var ad =
        catalogue.ad(adId).await().orElseThrow(() -> new InputException("there is no ad " + adId));
    var sha256 =
        ad.sha256()
            .orElseThrow(() -> new InputException("%s could not be read".formatted(ad.name())));
    var row = model.rowOfAd(ad.id());
    stage.accept(Stage.PICTURES);
    long begun = System.nanoTime();
    var vector =
        row.isPresent()
            ? Optional.<float[]>empty()
            : Optional.of(describer.describe(blobs.path(sha256), sha256, model.dataset()));
    long described = System.nanoTime();
    stage.accept(Stage.MUSIC);
    var ranked =
        vector
            .map(it -> model.music(it, Optional.of(sha256), wish))
            .orElseGet(() -> model.musicForRow(row.orElseThrow(), wish));
    long done = System.nanoTime();
    return ranking(ranked, (described - begun) / 1e9, (done - described) / 1e9);
  }

  private static Ranking ranking(Recommendations ranked, double pictures, double comparing) {
    var tracks = new ArrayList<RankedTrack>();
    for (var it : ranked.items()) {
      it.item().track().ifPresent(music -> tracks.add(track(tracks.size() + 1, it, music)));
    }
    if (tracks.isEmpty() && !ranked.items().isEmpty()) {
      throw new InputException(
          "dataset %s was imported as features, so there is no music to play; train on a"
                  .formatted(ranked.dataset())
              + " dataset made of the catalogue and put that run into service");
    }
    return new Ranking(
        tracks,
        ranked.pool(),
        ranked.run(),
        ranked.method(),
        pictures,
        comparing,
        ranked.unsure(),
        ranked.substitutes());
  }

  /** What uploaded music does not have is blank. */
  private static Optional<String> known(String text) {
    return Optional.of(text).filter(it -> !it.isBlank());
  }

  /** A recommended track for the pages. */
  static RankedTrack track(int place, Recommendation it, PoolItem.CatalogueTrack music) {
    var item = it.item();
    return new RankedTrack(
        place,
        music.id(),
        item.title(),
        it.score(),
        known(item.category()),
        known(item.mergedCategory()),
        item.uploaded(),
        known(item.name()),
        music.sha256().substring(0, TAG_DIGITS),
        item.synthetic(),
        item.facts(),
        it.reason());
  }
}
