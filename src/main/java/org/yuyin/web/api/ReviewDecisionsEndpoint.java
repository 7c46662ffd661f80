package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.util.List;
import org.yuyin.review.DecisionFile;
import org.yuyin.review.JudgedItem;
import org.yuyin.review.ReviewDecisions;
import org.yuyin.review.ReviewTask;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;
import org.yuyin.web.review.ReviewRoom;

/**
 * Raw decisions of a queue: {@code GET /api/v1/review/ID/decisions?format=csv|json} gives them,
 * {@code POST} of such a file takes it back in, all or nothing; {@code POST …/items/ITEM/gold} says
 * which answer to an item is right.
 */
final class ReviewDecisionsEndpoint implements Endpoint {
  private static final long LARGEST_FILE = 20_000_000;
  private static final long LONGEST_FORM = 2000;

  private final ReviewRoom room;
  private final Path scratch;

  /**
   * @param scratch folder for files while they arrive
   */
  ReviewDecisionsEndpoint(ReviewRoom room, Path scratch) {
    this.room = room;
    this.scratch = scratch;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/review/:taskId/decisions").handler(this::export);
    router
        .post("/api/v1/review/:taskId/decisions")
        .handler(
            BodyHandler.create(scratch.toString())
                .setBodyLimit(LARGEST_FILE)
                .setDeleteUploadedFilesOnEnd(true))
        .handler(this::take);
    router
        .post("/api/v1/review/:taskId/items/:itemId/gold")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(this::setGold);
  }

  private void export(RoutingContext request) {
    var format = Params.word(request, "format").orElse("json");
    if (!format.equals("csv") && !format.equals("json")) {
      throw Refusal.badRequest("\"format\" is csv or json, not \"%s\".".formatted(format));
    }
    room.task(request)
        .compose(
            task ->
                room.decisions()
                    .items(task.id())
                    .onSuccess(items -> send(request, task, items, format)))
        .onFailure(request::fail);
  }

  private static void send(
      RoutingContext request, ReviewTask task, List<JudgedItem> items, String format) {
    var file = "review-%d.%s".formatted(task.id(), format);
    Downloads.name(request, file);
    request
        .response()
        .putHeader("Cache-Control", "no-store")
        .putHeader(
            "Content-Type",
            format.equals("csv") ? "text/csv; charset=utf-8" : "application/json; charset=utf-8")
        .end(
            format.equals("csv")
                ? DecisionFile.csv(items)
                : DecisionFile.json(task, items).encodePrettily());
  }

  private void take(RoutingContext request) {
    room.task(request)
        .compose(task -> text(request).compose(text -> take(task, text)).map(done -> told(done)))
        .onSuccess(
            told ->
                Replies.seeOther(
                    request,
                    "/review/%s/results?added=%d&changed=%d&equal=%d"
                        .formatted(
                            request.pathParam("taskId"),
                            told.getInteger("added"),
                            told.getInteger("changed"),
                            told.getInteger("equal")),
                    told))
        .onFailure(request::fail);
  }

  private Future<ReviewDecisions.Imported> take(ReviewTask task, String text) {
    return room.decisions()
        .items(task.id())
        .compose(
            items ->
                room.decisions().importAll(task.id(), new DecisionFile(task, items).read(text)));
  }

  private static JsonObject told(ReviewDecisions.Imported done) {
    return JsonObject.of("added", done.added(), "changed", done.changed(), "equal", done.equal());
  }

  /** The file of a form, or the body itself. */
  private static Future<String> text(RoutingContext request) {
    var uploads = request.fileUploads();
    if (!uploads.isEmpty()) {
      return request
          .vertx()
          .fileSystem()
          .readFile(uploads.getFirst().uploadedFileName())
          .map(Buffer::toString);
    }
    var body = request.body().asString();
    if (body == null || body.isBlank()) {
      throw Refusal.badRequest("Nothing was sent: choose a file with decisions.");
    }
    return Future.succeededFuture(body);
  }

  private void setGold(RoutingContext request) {
    var item = Params.id(request, "itemId");
    var answer = new Form(request).word("gold");
    room.task(request)
        .compose(task -> room.decisions().setGold(task, item, answer))
        .onSuccess(
            done ->
                Replies.seeOther(
                    request,
                    "/review/%s/results".formatted(request.pathParam("taskId")),
                    JsonObject.of("item", item, "gold", answer.orElse(null))))
        .onFailure(request::fail);
  }
}
