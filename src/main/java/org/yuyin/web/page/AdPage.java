package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuyin.catalogue.AdCard;
import org.yuyin.catalogue.Categories;
import org.yuyin.catalogue.HeardSeconds;
import org.yuyin.catalogue.TrackCard;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Refusal;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /ads/ID}: an ad with its facts, its music, and why it was left out if it was. */
final class AdPage implements Page {
  private final Sources sources;
  private final Categories categories;
  private final HeardSeconds heard;

  AdPage(Sources sources) {
    this.sources = sources;
    this.categories = new Categories(sources.pool());
    this.heard = new HeardSeconds(sources.pool());
  }

  @Override
  public String path() {
    return "/ads/:adId";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var id = Params.id(request, "adId");
    var ad = sources.catalogue().ad(id).map(Refusal.unlessFound("ad", id));
    var track = ad.compose(this::music);
    var merged = sources.catalogue().mergedCategories();
    var categories = this.categories.names();
    var said = sources.review().decisions().categoriesOf(id);
    var heard = this.heard.of(id);
    var datasets = sources.deletion().datasetsOf(id);
    return Future.all(List.of(ad, track, merged, categories, said, heard, datasets))
        .map(
            done ->
                new View(
                    "ad",
                    Phrase.name(ad.result().name()),
                    Map.of(
                        "ad", ad.result(),
                        "wide", ad.result().wide(),
                        "track", track.result(),
                        "categories", categories.result(),
                        "strip", MusicStrip.of(heard.result(), ad.result().durationSeconds()),
                        "said", said.result(),
                        "datasets", datasets.result(),
                        "colours", new CategoryColours(merged.result()))));
  }

  private Future<Optional<TrackCard>> music(AdCard ad) {
    return ad.trackId()
        .map(sources.music()::track)
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }
}
