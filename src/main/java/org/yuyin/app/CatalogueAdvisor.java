package org.yuyin.app;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yuyin.catalogue.MusicFilter;
import org.yuyin.retrieval.LoadedModels;
import org.yuyin.retrieval.ServingModel;
import org.yuyin.retrieval.ServingModel.Wish;
import org.yuyin.storage.InputException;
import org.yuyin.web.Background;
import org.yuyin.web.ranking.Leaning;
import org.yuyin.web.ranking.RankedTrack;
import org.yuyin.web.ranking.TrackAdvisor;

/** Asks the model in service about tracks, on a thread of its own. */
final class CatalogueAdvisor implements TrackAdvisor, AutoCloseable {
  private final LoadedModels models;
  private final Background worker = new Background("track-advice", 1);

  CatalogueAdvisor(LoadedModels models) {
    this.models = models;
  }

  @Override
  public Future<List<RankedTrack>> like(long trackId, Leaning leaning, int most) {
    return worker.run(
        () -> models.ask(Optional.empty(), model -> like(model, trackId, leaning, most)));
  }

  private static List<RankedTrack> like(
      ServingModel model, long trackId, Leaning leaning, int most) {
    var rows = rows(model, trackId);
    var own = model.items().get(rows[0]).facts();
    var found = model.like(rows, most, item -> leaning.fits(item.facts(), own));
    var tracks = new ArrayList<RankedTrack>();
    for (var it : found.items()) {
      it.item()
          .track()
          .ifPresent(music -> tracks.add(CatalogueRanker.track(tracks.size() + 1, it, music)));
    }
    return tracks;
  }

  @Override
  public Future<List<SuitedAd>> adsFor(long trackId, int most) {
    return worker.run(() -> models.ask(Optional.empty(), model -> adsFor(model, trackId, most)));
  }

  private static List<SuitedAd> adsFor(ServingModel model, long trackId, int most) {
    var rows = rows(model, trackId);
    // Its own ads come first as a rule, and are no news.
    var wish = new Wish(most + rows.length, Set.of(), MusicFilter.none());
    var ads = new ArrayList<SuitedAd>();
    for (var it : model.ads(rows, wish).items()) {
      if (!it.own() && ads.size() < most) {
        it.item().ad().ifPresent(ad -> ads.add(new SuitedAd(ad, it.item().name(), it.score())));
      }
    }
    return ads;
  }

  @Override
  public Future<List<Long>> adsLike(long adId, int most) {
    return worker.run(
        () ->
            models.ask(
                Optional.empty(),
                model -> {
                  var row = model.rowOfAd(adId);
                  return row.isEmpty() ? List.of() : adsLike(model, row.getAsInt(), most);
                }));
  }

  private static List<Long> adsLike(ServingModel model, int row, int most) {
    return model.alike(row, most).stream()
        .flatMapToLong(it -> it.item().ad().stream())
        .boxed()
        .toList();
  }

  private static int[] rows(ServingModel model, long trackId) {
    var rows = model.rowsOfTrack(Long.toString(trackId));
    if (rows.length == 0) {
      throw new InputException(
          "the model in service has not heard this track: its dataset %s does not hold it, and it is"
                  .formatted(model.dataset().label())
              + " no upload that was described");
    }
    return rows;
  }

  @Override
  public void close() {
    worker.close();
  }
}
