package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.catalogue.SoundFactsRepository;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/** {@code GET /api/v1/tracks/ID/facts}: what was measured of a track's sound, with its curves. */
final class TrackFactsEndpoint implements Endpoint {
  private final SoundFactsRepository facts;

  TrackFactsEndpoint(SoundFactsRepository facts) {
    this.facts = facts;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/tracks/:trackId/facts").respond(this::show);
  }

  private Future<JsonObject> show(RoutingContext request) {
    var trackId = Params.id(request, "trackId");
    return facts
        .ofTrack(trackId)
        .map(
            found ->
                found
                    .map(FactsJson::of)
                    .orElseThrow(
                        () ->
                            Refusal.notFound(
                                "Nothing was measured of a track %d; give its ingest again."
                                    .formatted(trackId))));
  }
}
