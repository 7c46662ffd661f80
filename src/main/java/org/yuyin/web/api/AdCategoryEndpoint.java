package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.sqlclient.Pool;
import java.util.Map;
import org.yuyin.catalogue.AdCorrections;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.catalogue.Categories;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/** {@code POST /api/v1/ads/ID/category}: gives an ad another fine category by hand. */
final class AdCategoryEndpoint implements Endpoint {
  private static final long LONGEST_FORM = 4000;

  private final CatalogueView catalogue;
  private final Categories categories;
  private final AdCorrections corrections;

  AdCategoryEndpoint(CatalogueView catalogue, Pool pool) {
    this.catalogue = catalogue;
    this.categories = new Categories(pool);
    this.corrections = new AdCorrections(pool);
  }

  @Override
  public void mount(Router router) {
    router
        .post("/api/v1/ads/:adId/category")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(this::change);
  }

  private void change(RoutingContext request) {
    long ad = Params.id(request, "adId");
    var category = new Form(request).needed("category");
    catalogue
        .ad(ad)
        .map(Refusal.unlessFound("ad", ad))
        .compose(_ -> known(category))
        .compose(_ -> corrections.categorise(Map.of(ad, category)))
        .onSuccess(
            _ ->
                Replies.seeOther(
                    request, "/ads/" + ad, JsonObject.of("ad", ad, "category", category)))
        .onFailure(request::fail);
  }

  private Future<Void> known(String category) {
    return categories
        .names()
        .map(
            names -> {
              if (!names.contains(category)) {
                throw Refusal.badRequest("There is no category \"%s\".".formatted(category));
              }
              return null;
            });
  }
}
