package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.catalogue.AdCard;
import org.yuyin.catalogue.AdFilter;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/**
 * {@code GET /api/v1/ads} lists ads, the newest first, {@code GET /api/v1/ads/ID} tells one. See
 * {@link Cursor} for pages.
 */
final class AdsEndpoint implements Endpoint {
  private final CatalogueView catalogue;

  AdsEndpoint(CatalogueView catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/ads").handler(request -> JsonReply.send(request, list(request)));
    router.get("/api/v1/ads/:adId").handler(request -> JsonReply.send(request, show(request)));
  }

  private Future<JsonObject> list(RoutingContext request) {
    var cursor = Cursor.of(request);
    return catalogue
        .adsBelow(cursor.below(), filter(request), cursor.fetch())
        .map(ads -> cursor.page(ads, AdCard::id, AdsEndpoint::json));
  }

  private static AdFilter filter(RoutingContext request) {
    return new AdFilter(
        Params.word(request, "collection"),
        Params.word(request, "category"),
        Params.word(request, "merged"),
        Params.word(request, "state"),
        Params.word(request, "exclusion"),
        Params.word(request, "q"),
        Params.word(request, "split"),
        Params.queryId(request, "track"),
        Params.range(request, "musicPercent"),
        Params.choice(request, "label", AdFilter.Label.class, AdFilter.Label.ANY),
        AdFilter.Order.NEWEST);
  }

  private Future<JsonObject> show(RoutingContext request) {
    var id = Params.id(request, "adId");
    return catalogue.ad(id).map(Refusal.unlessFound("ad", id)).map(AdsEndpoint::json);
  }

  private static JsonObject json(AdCard ad) {
    var address = "/api/v1/ads/" + ad.id();
    return new JsonObject()
        .put("id", ad.id())
        .put("name", ad.name())
        .put("collection", ad.collection())
        .put("state", ad.state())
        .put("exclusion", ad.exclusion().orElse(null))
        .put("exclusionDetail", ad.exclusionDetail().orElse(null))
        .put("category", ad.category().orElse(null))
        .put("mergedCategory", ad.mergedCategory().orElse(null))
        .put("musicShare", ad.musicShare().orElse(null))
        .put("durationSeconds", ad.durationSeconds().orElse(null))
        .put("width", ad.width().orElse(null))
        .put("height", ad.height().orElse(null))
        .put("sha256", ad.sha256().orElse(null))
        .put("trackId", ad.trackId().orElse(null))
        .put("synthetic", ad.synthetic())
        .put("createdAt", ad.createdAt().toString())
        .put("self", address)
        .put("recommendations", address + "/recommendations")
        .put("video", ad.sha256().map(tag -> "/media/ads/" + ad.id() + "/video").orElse(null));
  }
}
