package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers to requests that changed something: a page for people, JSON for programs. */
final class Replies {
  private Replies() {}

  /** Sends people on to a page; tells programs. */
  static void seeOther(RoutingContext request, String page, JsonObject told) {
    if (Goto.wantsPage(request)) {
      Goto.seeOther(request, page);
    } else {
      request.json(told);
    }
  }

  /** The same for a form whose refusal stands beside it: htmx shows the page inside the frame. */
  static void showPage(RoutingContext request, String page, JsonObject told) {
    if (forScript(request)) {
      request.response().putHeader("HX-Location", Goto.page(page)).setStatusCode(204).end();
    } else {
      seeOther(request, page, told);
    }
  }

  /** Whether a script of ours asks for a piece of a page. */
  static boolean forScript(RoutingContext request) {
    return request.request().getHeader("HX-Request") != null
        && request.request().getHeader("HX-Boosted") == null;
  }
}
