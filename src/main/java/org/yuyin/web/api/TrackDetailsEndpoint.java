package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.yuyin.catalogue.TrackDetails;
import org.yuyin.catalogue.TrackEditing;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/**
 * {@code POST /api/v1/tracks/ID} with title, artist, platforms, territories, from, until, terms
 * says what a track is and may be used for.
 */
final class TrackDetailsEndpoint implements Endpoint {
  private static final long LONGEST_FORM = 20_000;

  private final TrackEditing tracks;

  TrackDetailsEndpoint(TrackEditing tracks) {
    this.tracks = tracks;
  }

  @Override
  public void mount(Router router) {
    router
        .post("/api/v1/tracks/:trackId")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(this::change);
  }

  private void change(RoutingContext request) {
    var id = Params.id(request, "trackId");
    var form = new Form(request);
    tracks
        .change(id, TrackDetails.parse(form::word))
        .map(
            found -> {
              if (!found) {
                throw Refusal.notFound("There is no track %d.".formatted(id));
              }
              return "/music/" + id;
            })
        .onSuccess(page -> Replies.seeOther(request, page, JsonObject.of("track", id)))
        .onFailure(request::fail);
  }
}
