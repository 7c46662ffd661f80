package org.yuyin.web.api;

import io.vertx.ext.web.Router;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;

/** {@code GET /media/ads/ID/video}: an ad in a form that browsers play. */
final class AdVideoEndpoint implements Endpoint {
  private final MediaShelf shelf;

  AdVideoEndpoint(MediaShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public void mount(Router router) {
    MediaAnswer.mount(
        router, "/media/ads/:adId/video", request -> shelf.video(Params.id(request, "adId")));
  }
}
