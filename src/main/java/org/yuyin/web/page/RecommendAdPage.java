package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.yuyin.catalogue.AdCard;
import org.yuyin.training.RunCard;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Refusal;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /recommend/ID}: an ad on the screen with the music that goes under it. */
final class RecommendAdPage implements Page {
  private final Sources sources;

  RecommendAdPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/recommend/:adId";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var id = Params.id(request, "adId");
    var ad = sources.catalogue().ad(id).map(Refusal.unlessFound("ad", id));
    var merged = sources.catalogue().mergedCategories();
    var models = sources.runs().withModel();
    var platforms = sources.music().platforms();
    var territories = sources.music().territories();
    return Future.all(ad, merged, models, platforms, territories)
        .map(
            done ->
                view(
                    ad.result(),
                    new CategoryColours(merged.result()),
                    models.result(),
                    platforms.result(),
                    territories.result()));
  }

  private static View view(
      AdCard ad,
      CategoryColours colours,
      List<RunCard> models,
      List<String> platforms,
      List<String> territories) {
    if (ad.sha256().isEmpty() || ad.width().isEmpty()) {
      throw Refusal.notFound(
          "The ad %s has no pictures that could be read, so no music can be found for it."
              .formatted(ad.name()));
    }
    return new View(
        "recommend-ad",
        Phrase.name(ad.name()),
        Map.of(
            "ad",
            ad,
            "colours",
            colours,
            "platforms",
            platforms,
            "territories",
            territories,
            "wide",
            ad.wide(),
            "models",
            models.stream().filter(run -> !run.shuffled()).toList()));
  }
}
