package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.yuyin.web.Endpoint;
import org.yuyin.web.review.Reviewer;

/** {@code POST /review/reviewer}: says who reviews, and goes on to the queue or to the list. */
final class ReviewerEndpoint implements Endpoint {
  private static final long LONGEST_FORM = 2000;

  @Override
  public void mount(Router router) {
    router
        .post("/review/reviewer")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(ReviewerEndpoint::remember);
  }

  private static void remember(RoutingContext request) {
    var name = String.valueOf(request.request().getFormAttribute("name"));
    Reviewer.remember(request, name);
    var queue = String.valueOf(request.request().getFormAttribute("queue"));
    var page = queue.matches("\\d{1,18}") ? "/review/" + queue : "/review";
    Replies.seeOther(request, page, JsonObject.of("reviewer", name.strip()));
  }
}
