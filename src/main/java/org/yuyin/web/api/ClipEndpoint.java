package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/** {@code GET /media/ads/ID/clip?track=ID}: the finished clip, an ad with a track under it. */
final class ClipEndpoint implements Endpoint {
  private final MediaShelf shelf;

  ClipEndpoint(MediaShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public void mount(Router router) {
    MediaAnswer.mount(router, "/media/ads/:adId/clip", this::clip);
  }

  private Future<MediaFile> clip(RoutingContext request) {
    var adId = Params.id(request, "adId");
    int track = Params.between(request, "track", 1, Integer.MAX_VALUE, 0);
    if (track == 0) {
      throw Refusal.badRequest("\"track\" says whose music goes under the ad; it is missing.");
    }
    return shelf
        .clip(adId, track)
        .onSuccess(clip -> Downloads.name(request, clip.name()))
        .map(MediaShelf.NamedFile::file);
  }
}
