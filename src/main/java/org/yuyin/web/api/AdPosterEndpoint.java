package org.yuyin.web.api;

import io.vertx.ext.web.Router;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;

/** {@code GET /media/ads/ID/poster}: one of an ad's pictures. */
final class AdPosterEndpoint implements Endpoint {
  private final MediaShelf shelf;

  AdPosterEndpoint(MediaShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public void mount(Router router) {
    MediaAnswer.mount(
        router, "/media/ads/:adId/poster", request -> shelf.poster(Params.id(request, "adId")));
  }
}
