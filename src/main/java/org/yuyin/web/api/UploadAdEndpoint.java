package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.catalogue.Uploads;
import org.yuyin.catalogue.Uploads.Taken;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Refusal;
import org.yuyin.web.ranking.Question;
import org.yuyin.web.ranking.RankingDesk;

/**
 * {@code POST /api/v1/ads}: takes an ad, as the body itself with {@code ?name=} or as the first
 * file of a multipart form. Answers 201 (200 when the content was known) with its address as soon
 * as the file has been checked; describing it goes on meanwhile.
 */
final class UploadAdEndpoint implements Endpoint {
  private static final String UNNAMED = "ad";

  private final Uploads uploads;
  private final Incoming incoming;
  private final RankingDesk desk;

  UploadAdEndpoint(Uploads uploads, Incoming incoming, RankingDesk desk) {
    this.uploads = uploads;
    this.incoming = incoming;
    this.desk = desk;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/v1/ads").handler(this::take);
  }

  private void take(RoutingContext request) {
    incoming
        .take(request, UNNAMED, uploads::take)
        .onSuccess(taken -> answer(request, taken))
        .onFailure(request::fail);
  }

  private void answer(RoutingContext request, Taken taken) {
    beginAnalysis(taken.adId());
    var accept = String.valueOf(request.request().getHeader("Accept"));
    if (accept.contains("text/html")) {
      // A browser without scripts has sent the form.
      request
          .response()
          .setStatusCode(303)
          .putHeader("Location", "/recommend/" + taken.adId())
          .end();
      return;
    }
    var address = "/api/v1/ads/" + taken.adId();
    request.response().setStatusCode(taken.isNew() ? 201 : 200).putHeader("Location", address);
    Replies.json(
        request,
        JsonObject.of(
            "id",
            taken.adId(),
            "self",
            address,
            "recommendations",
            address + "/recommendations",
            "page",
            "/recommend/" + taken.adId()));
  }

  /** Whoever asks for the music next finds the work begun. A full desk is for them to hear of. */
  private void beginAnalysis(long adId) {
    try {
      desk.ask(Question.about(adId));
    } catch (Refusal full) {
      // The ad is kept all the same; the ranking is asked for again by the page.
    }
  }
}
