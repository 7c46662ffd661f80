package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.yuyin.web.Params;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /ads/ID/alike}: ads whose pictures are alike for the model in service. */
final class AdsAlikePiece implements Page {
  private static final int MOST = 8;

  private final Sources sources;

  AdsAlikePiece(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/ads/:adId/alike";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var ids = sources.advisor().adsLike(Params.id(request, "adId"), MOST).otherwise(List.of());
    var merged = sources.catalogue().mergedCategories();
    return ids.compose(sources.catalogue()::ads)
        .compose(
            ads ->
                merged.map(
                    names ->
                        View.piece(
                            "ad-alike",
                            Map.of("ads", ads, "colours", new CategoryColours(names)))));
  }
}
