package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;
import org.yuyin.web.Refusal;

/**
 * Sends files with ranges and entity tags, so that players may seek and browsers keep what they
 * have. An address that carries the content's tag as {@code ?v=} may be kept for good; any other is
 * asked about each time, since a new data folder gives the same number to another ad.
 */
final class MediaAnswer {
  private static final String FOR_GOOD = "private, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "private, no-cache";

  private MediaAnswer() {}

  /** Answers GET and HEAD on a path with what {@code find} finds. */
  static void mount(Router router, String path, Function<RoutingContext, Future<MediaFile>> find) {
    router
        .route(path)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(
            request ->
                find.apply(request).compose(file -> send(request, file)).onFailure(request::fail));
  }

  private static Future<Void> send(RoutingContext request, MediaFile file) {
    return request
        .vertx()
        .fileSystem()
        .props(file.path().toString())
        .recover(
            missing ->
                Future.failedFuture(Refusal.notFound("The file is no longer in the data folder.")))
        .compose(properties -> send(request, file, properties.size()));
  }

  private static Future<Void> send(RoutingContext request, MediaFile file, long size) {
    var tag = '"' + file.tag() + '"';
    var response =
        request
            .response()
            .putHeader("Accept-Ranges", "bytes")
            .putHeader("ETag", tag)
            .putHeader("Cache-Control", keep(request, file));
    if (tag.equals(request.request().getHeader("If-None-Match"))) {
      return response.setStatusCode(304).end();
    }
    response.putHeader("Content-Type", file.type());
    Optional<ByteRange> range;
    try {
      range = ByteRange.parse(wantedRange(request, tag), size);
    } catch (ByteRange.NotSatisfiable e) {
      response.headers().remove("Content-Type");
      return response.setStatusCode(416).putHeader("Content-Range", "bytes */" + size).end();
    }
    range.ifPresent(
        part -> response.setStatusCode(206).putHeader("Content-Range", part.header(size)));
    return body(request, response, file, range.orElse(new ByteRange(0, size)));
  }

  private static Future<Void> body(
      RoutingContext request, HttpServerResponse response, MediaFile file, ByteRange part) {
    if (request.request().method() == HttpMethod.HEAD || part.length() == 0) {
      return response.putHeader("Content-Length", Long.toString(part.length())).end();
    }
    // A listener who leaves in the middle is nothing to report.
    return response
        .sendFile(file.path().toString(), part.from(), part.length())
        .recover(
            failure -> response.closed() ? Future.succeededFuture() : Future.failedFuture(failure));
  }

  /** If-Range: a part only makes sense of the very content that the client has already. */
  private static @org.jspecify.annotations.Nullable String wantedRange(
      RoutingContext request, String tag) {
    var condition = request.request().getHeader("If-Range");
    return condition == null || condition.equals(tag) ? request.request().getHeader("Range") : null;
  }

  private static String keep(RoutingContext request, MediaFile file) {
    return file.tag().equals(request.queryParams().get("v")) ? FOR_GOOD : ASK_AGAIN;
  }
}
