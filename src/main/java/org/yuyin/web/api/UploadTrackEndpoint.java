package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.catalogue.MusicUploads;
import org.yuyin.catalogue.MusicUploads.Taken;
import org.yuyin.web.Endpoint;

/**
 * {@code POST /api/v1/tracks}: takes music by itself, as the body with {@code ?name=} or as the
 * first file of a multipart form. Answers 201 (200 when the content was known) once it has been
 * measured; a job describes it for the model in service.
 */
final class UploadTrackEndpoint implements Endpoint {
  private final MusicUploads uploads;
  private final Incoming incoming;

  UploadTrackEndpoint(MusicUploads uploads, Incoming incoming) {
    this.uploads = uploads;
    this.incoming = incoming;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/v1/tracks").handler(this::take);
  }

  private void take(RoutingContext request) {
    incoming
        .take(request, "music", uploads::take)
        .onSuccess(taken -> answer(request, taken))
        .onFailure(request::fail);
  }

  private static void answer(RoutingContext request, Taken taken) {
    var page = "/music/" + taken.trackId();
    request.response().setStatusCode(taken.isNew() ? 201 : 200).putHeader("Location", page);
    Replies.seeOther(
        request,
        page,
        JsonObject.of(
            "id", taken.trackId(), "title", taken.title(), "isNew", taken.isNew(), "page", page));
  }
}
