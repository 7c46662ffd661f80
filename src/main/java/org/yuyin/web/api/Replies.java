package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.web.contract.IdempotentRequests;

/** Answers to requests that changed something: a page for people, JSON for programs. */
final class Replies {
  private Replies() {}

  /** Sends people on to a page; tells programs, with the status that is set. */
  static void seeOther(RoutingContext request, String page, JsonObject told) {
    if (wantsPage(request)) {
      request.response().setStatusCode(303).putHeader("Location", page).end();
    } else {
      json(request, told);
    }
  }

  /** Tells a program, with the status that is set. */
  static void json(RoutingContext request, JsonObject told) {
    IdempotentRequests.told(request, told);
    request.json(told);
  }

  /** The same for a form whose refusal stands beside it: htmx shows the page inside the frame. */
  static void showPage(RoutingContext request, String page, JsonObject told) {
    if (forScript(request)) {
      request.response().putHeader("HX-Location", inFrame(page)).setStatusCode(204).end();
    } else {
      seeOther(request, page, told);
    }
  }

  /** The same for what changes the frame too: the browser loads the page anew. */
  static void reload(RoutingContext request, String page, JsonObject told) {
    if (forScript(request)) {
      request.response().putHeader("HX-Redirect", page).setStatusCode(204).end();
    } else {
      seeOther(request, page, told);
    }
  }

  private static String inFrame(String page) {
    return JsonObject.of(
            "path", page, "target", "#page", "select", "#page", "swap", "outerHTML show:window:top")
        .encode();
  }

  /** Whether a browser asks, rather than a program. */
  static boolean wantsPage(RoutingContext request) {
    return String.valueOf(request.request().getHeader("Accept")).contains("text/html")
        || request.request().getHeader("HX-Request") != null;
  }

  /** Whether a script of ours asks for a piece of a page. */
  static boolean forScript(RoutingContext request) {
    return request.request().getHeader("HX-Request") != null
        && request.request().getHeader("HX-Boosted") == null;
  }
}
