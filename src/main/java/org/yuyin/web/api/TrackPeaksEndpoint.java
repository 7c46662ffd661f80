package org.yuyin.web.api;

import io.vertx.ext.web.Router;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;

/**
 * {@code GET /media/tracks/ID/peaks}: a track's outline for drawing, see {@link
 * org.yuyin.media.Outline}.
 */
final class TrackPeaksEndpoint implements Endpoint {
  private final MediaShelf shelf;

  TrackPeaksEndpoint(MediaShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public void mount(Router router) {
    MediaAnswer.mount(
        router,
        "/media/tracks/:trackId/peaks",
        request -> shelf.peaks(Params.id(request, "trackId")));
  }
}
