package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.catalogue.AdCard;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/** {@code GET /api/v1/ads/ID}: what is known about an ad. */
final class AdEndpoint implements Endpoint {
  private final CatalogueView catalogue;

  AdEndpoint(CatalogueView catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/ads/:adId").respond(this::show);
  }

  private Future<JsonObject> show(RoutingContext request) {
    var id = Params.id(request, "adId");
    return catalogue
        .ad(id)
        .map(ad -> json(ad.orElseThrow(() -> Refusal.notFound("There is no ad " + id + "."))));
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
