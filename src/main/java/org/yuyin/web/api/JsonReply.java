package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.storage.Sha256;

/** Answers with JSON that carries an ETag, or with 304 to who has just that already. */
final class JsonReply {
  private static final int DIGITS = 32;

  private JsonReply() {}

  /** Answers once it is there. */
  static void send(RoutingContext request, Future<JsonObject> body) {
    body.onSuccess(json -> send(request, json)).onFailure(request::fail);
  }

  private static void send(RoutingContext request, JsonObject json) {
    var text = json.encode();
    var tag = "\"%s\"".formatted(Sha256.of(text).substring(0, DIGITS));
    var response = request.response().putHeader("ETag", tag).putHeader("Cache-Control", "no-cache");
    if (tag.equals(request.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader("Content-Type", "application/json; charset=utf-8").end(text);
  }
}
