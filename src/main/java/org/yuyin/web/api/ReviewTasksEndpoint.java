package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;
import org.yuyin.review.ReviewKind;
import org.yuyin.review.ReviewTasks;
import org.yuyin.review.TaskOrder;
import org.yuyin.review.TaskSettings.Order;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;
import org.yuyin.web.review.ReviewRoom;
import org.yuyin.web.review.Reviewer;

/**
 * {@code GET} and {@code POST /api/v1/review}: lists the queues, makes one of the fields of a form;
 * {@code POST /api/v1/review/ID/delete} removes one.
 */
final class ReviewTasksEndpoint implements Endpoint {
  private static final long LONGEST_FORM = 20_000;
  private static final int MOST = 1000;

  private final ReviewRoom room;

  ReviewTasksEndpoint(ReviewRoom room) {
    this.room = room;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/review").respond(this::list);
    router
        .post("/api/v1/review")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(this::make);
    router.post("/api/v1/review/:taskId/delete").handler(this::delete);
  }

  private Future<JsonArray> list(RoutingContext request) {
    return room.tasks()
        .newest(MOST, Reviewer.of(request).orElse(""))
        .map(lines -> new JsonArray(lines.stream().map(ReviewTasksEndpoint::json).toList()));
  }

  private void make(RoutingContext request) {
    room.maker()
        .make(order(new Form(request)))
        .onSuccess(id -> Replies.seeOther(request, "/review/" + id, JsonObject.of("id", id)))
        .onFailure(request::fail);
  }

  private void delete(RoutingContext request) {
    var id = Params.id(request, "taskId");
    room.tasks()
        .delete(id)
        .onSuccess(done -> Replies.seeOther(request, "/review", JsonObject.of("deleted", id)))
        .onFailure(request::fail);
  }

  private static TaskOrder order(Form form) {
    var kind = ReviewKind.parse(form.needed("kind"));
    boolean recommends = kind == ReviewKind.RECOMMENDATION;
    return new TaskOrder(
        form.needed("name"),
        kind,
        form.number("ads", 0),
        recommends ? form.number("per_ad", 1) : 1,
        form.number("reviewers", 1),
        recommends || kind == ReviewKind.CATEGORY ? form.number("gold", 0) : 0,
        order(form.word("order").orElse("random")),
        form.number("seed", 1),
        form.word("collection"),
        kind == ReviewKind.PREFERENCE ? form.all("option") : java.util.List.of());
  }

  private static Order order(String word) {
    try {
      return Order.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("\"order\" is random or uncertain, not \"%s\".".formatted(word));
    }
  }

  private static JsonObject json(ReviewTasks.Line line) {
    var task = line.task();
    var progress = line.progress();
    return new JsonObject()
        .put("id", task.id())
        .put("name", task.name())
        .put("kind", task.kind().key())
        .put("reviewers", task.reviewers())
        .put("items", progress.items())
        .put("ready", progress.ready())
        .put("complete", progress.complete())
        .put("decisions", progress.decisions())
        .put("conflicts", progress.conflicts())
        .put("createdAt", task.createdAt().toString());
  }
}
