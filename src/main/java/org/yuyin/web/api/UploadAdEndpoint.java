package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.Locale;
import org.yuyin.catalogue.Uploads;
import org.yuyin.catalogue.Uploads.Taken;
import org.yuyin.web.Background;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Names;
import org.yuyin.web.Params;
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
  private final Inbox inbox;
  private final Background workers;
  private final RankingDesk desk;

  UploadAdEndpoint(Uploads uploads, Inbox inbox, Background workers, RankingDesk desk) {
    this.uploads = uploads;
    this.inbox = inbox;
    this.workers = workers;
    this.desk = desk;
  }

  private record Received(Path file, String name) {}

  @Override
  public void mount(Router router) {
    router.post("/api/v1/ads").handler(this::take);
  }

  private void take(RoutingContext request) {
    receive(request)
        .compose(this::keep)
        .onSuccess(taken -> answer(request, taken))
        .onFailure(request::fail);
  }

  private Future<Received> receive(RoutingContext request) {
    var http = request.request();
    var announced = http.getHeader("Content-Length");
    if (announced != null && announced.matches("\\d{1,18}")) {
      inbox.check(Long.parseLong(announced));
    }
    var type = String.valueOf(http.getHeader("Content-Type")).toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/form-data")) {
      return firstFile(http);
    }
    var name = Names.ofFile(Params.word(request, "name").orElse(""), UNNAMED);
    http.pause();
    return received(http, name);
  }

  /** The first file of a form is taken, what else it holds is read away. */
  private Future<Received> firstFile(HttpServerRequest http) {
    var first = Promise.<Future<Received>>promise();
    http.setExpectMultipart(true);
    http.uploadHandler(
        file -> {
          if (first.future().isComplete()) {
            file.handler(rest -> {});
          } else {
            file.pause();
            first.complete(received(file, Names.ofFile(file.filename(), UNNAMED)));
          }
        });
    http.exceptionHandler(first::tryFail);
    http.endHandler(
        end -> first.tryFail(Refusal.badRequest("The form holds no file; send the ad as one.")));
    return first.future().compose(received -> received);
  }

  private Future<Received> received(ReadStream<Buffer> body, String name) {
    return inbox.receive(body).map(file -> new Received(file, name));
  }

  private Future<Taken> keep(Received received) {
    return workers
        .run(() -> uploads.take(received.file(), received.name()))
        .eventually(() -> inbox.discard(received.file()));
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
    request.json(
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
