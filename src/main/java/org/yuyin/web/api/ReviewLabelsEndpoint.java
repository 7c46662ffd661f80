package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.web.Endpoint;
import org.yuyin.web.review.ReviewRoom;

/** {@code POST /api/v1/review/ID/labels}: gives ads the labels that the majority decided on. */
final class ReviewLabelsEndpoint implements Endpoint {
  private final ReviewRoom room;

  ReviewLabelsEndpoint(ReviewRoom room) {
    this.room = room;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/v1/review/:taskId/labels").handler(this::apply);
  }

  private void apply(RoutingContext request) {
    room.task(request)
        .compose(task -> room.labels().apply(task))
        .onSuccess(
            changed ->
                Replies.seeOther(
                    request,
                    "/review/%s/results?applied=%d".formatted(request.pathParam("taskId"), changed),
                    JsonObject.of("changed", changed)))
        .onFailure(request::fail);
  }
}
