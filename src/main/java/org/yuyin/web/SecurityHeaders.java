package org.yuyin.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Headers of every answer: only our own scripts and styles, no framing, no guessing of types. */
final class SecurityHeaders implements Handler<RoutingContext> {
  // blob: lets the browser play a dropped ad while it is still being uploaded.
  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data:; media-src 'self' blob:; object-src 'none'; "
          + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  // A browser that has spoken https with us goes on doing so.
  private static final String HTTPS_ONLY = "max-age=31536000";

  private final Proxies proxies;

  SecurityHeaders(Proxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public void handle(RoutingContext request) {
    request
        .response()
        .putHeader("Content-Security-Policy", CONTENT_POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (proxies.secure(request.request())) {
      request.response().putHeader("Strict-Transport-Security", HTTPS_ONLY);
    }
    request.next();
  }
}
