package org.yuyin.web.api;

import io.vertx.ext.web.Router;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;

/** {@code GET /media/tracks/ID/audio}: a track as it sounds in its ad. */
final class TrackAudioEndpoint implements Endpoint {
  private final MediaShelf shelf;

  TrackAudioEndpoint(MediaShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public void mount(Router router) {
    MediaAnswer.mount(
        router,
        "/media/tracks/:trackId/audio",
        request -> shelf.sound(Params.id(request, "trackId")));
  }
}
