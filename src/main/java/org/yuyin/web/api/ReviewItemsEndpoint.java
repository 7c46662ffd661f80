package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.yuyin.review.Answer;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;
import org.yuyin.web.review.ReviewRoom;
import org.yuyin.web.review.Reviewer;

/**
 * What a reviewer does with an item: {@code POST /api/v1/review/ID/items/ITEM/decision} with the
 * fields answer, rating, reason, comment and seconds; {@code …/items/ITEM/skip}; and {@code
 * /api/v1/review/ID/undo} for the last decision. Answered once it is stored, with the way to the
 * next item.
 */
final class ReviewItemsEndpoint implements Endpoint {
  private static final long LONGEST_FORM = 20_000;

  private final ReviewRoom room;

  ReviewItemsEndpoint(ReviewRoom room) {
    this.room = room;
  }

  @Override
  public void mount(Router router) {
    router
        .post("/api/v1/review/:taskId/items/:itemId/decision")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(request -> answer(request, decide(request)));
    router
        .post("/api/v1/review/:taskId/items/:itemId/skip")
        .handler(request -> answer(request, skip(request)));
    router.post("/api/v1/review/:taskId/undo").handler(request -> answer(request, undo(request)));
  }

  private Future<JsonObject> decide(RoutingContext request) {
    var reviewer = Reviewer.require(request);
    var item = Params.id(request, "itemId");
    var answer = answer(new Form(request));
    return room.task(request)
        .compose(task -> room.queue().decide(task, item, reviewer, answer))
        .map(done -> JsonObject.of("item", item, "reviewer", reviewer, "answer", answer.value()));
  }

  private static Answer answer(Form form) {
    return new Answer(
        form.needed("answer"),
        form.word("rating").map(text -> form.number("rating", 0)),
        form.word("reason"),
        form.word("comment"),
        form.amount("seconds"));
  }

  private Future<JsonObject> skip(RoutingContext request) {
    var reviewer = Reviewer.require(request);
    var item = Params.id(request, "itemId");
    return room.queue()
        .skip(Params.id(request, "taskId"), item, reviewer)
        .map(done -> JsonObject.of("item", item, "reviewer", reviewer, "skipped", true));
  }

  private Future<JsonObject> undo(RoutingContext request) {
    var reviewer = Reviewer.require(request);
    return room.queue()
        .undo(Params.id(request, "taskId"), reviewer)
        .map(
            undone ->
                JsonObject.of(
                    "item",
                    undone.orElseThrow(
                        () -> Refusal.conflict("You have decided nothing here to take back.")),
                    "undone",
                    true));
  }

  private static void answer(RoutingContext request, Future<JsonObject> work) {
    var page = "/review/" + request.pathParam("taskId");
    work.onSuccess(
            told ->
                Replies.seeOther(request, Replies.forScript(request) ? page + "/item" : page, told))
        .onFailure(request::fail);
  }
}
