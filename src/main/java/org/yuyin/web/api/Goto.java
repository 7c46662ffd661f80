package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Sends people on to a page after they have changed something. */
final class Goto {
  private Goto() {}

  /** Whether a browser asks, rather than a program. */
  static boolean wantsPage(RoutingContext request) {
    return String.valueOf(request.request().getHeader("Accept")).contains("text/html")
        || request.request().getHeader("HX-Request") != null;
  }

  /** The browser fetches the page instead. */
  static void seeOther(RoutingContext request, String page) {
    request.response().setStatusCode(303).putHeader("Location", page).end();
  }

  /** Value of {@code HX-Location}: shows the page inside the frame, which stays. */
  static String page(String path) {
    return JsonObject.of(
            "path", path, "target", "#page", "select", "#page", "swap", "outerHTML show:window:top")
        .encode();
  }
}
