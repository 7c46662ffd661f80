package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.yuyin.jobs.Job;
import org.yuyin.jobs.JobLines;
import org.yuyin.jobs.JobRepository;
import org.yuyin.jobs.JobState;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/**
 * {@code GET} and {@code POST /api/v1/jobs}: lists jobs, the newest first, and queues one; {@code
 * GET /api/v1/jobs/ID} and {@code …/ID/lines} tell how one does; {@code POST …/ID/cancel} stops it,
 * {@code POST …/ID/again} queues once more what was cancelled, failed or lost.
 */
final class JobsEndpoint implements Endpoint {
  private static final long LARGEST_BODY = 100_000;
  private static final String ALL = "/api/v1/jobs";
  private static final String ONE = ALL + "/:jobId";

  private final JobRepository jobs;
  private final JobLines lines;
  private final JobRestart restart;

  JobsEndpoint(JobRepository jobs, JobLines lines, JobRestart restart) {
    this.jobs = jobs;
    this.lines = lines;
    this.restart = restart;
  }

  @Override
  public void mount(Router router) {
    router.get(ALL).handler(request -> JsonReply.send(request, list(request)));
    router
        .post(ALL)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
        .handler(request -> accepted(request, create(request)));
    router.get(ONE).handler(request -> JsonReply.send(request, job(request).map(JobJson::of)));
    router.get(ONE + "/lines").handler(request -> JsonReply.send(request, lines(request)));
    router.post(ONE + "/cancel").handler(request -> accepted(request, cancel(request)));
    router.post(ONE + "/again").handler(request -> accepted(request, again(request)));
  }

  private Future<JsonObject> list(RoutingContext request) {
    var cursor = Cursor.of(request);
    var state = Params.word(request, "state").map(JobsEndpoint::state);
    return jobs.below(cursor.below(), Params.word(request, "type"), state, cursor.fetch())
        .map(found -> cursor.page(found, Job::id, JobJson::of));
  }

  private static JobState state(String word) {
    return JobState.parse(word)
        .orElseThrow(() -> Refusal.badRequest("No job is \"%s\".".formatted(word)));
  }

  private Future<Long> create(RoutingContext request) {
    var body = request.body().asJsonObject();
    var order =
        JobOrders.of(body.getString("type"), body.getJsonObject("settings", new JsonObject()));
    return jobs.enqueue(order.withPriority(body.getInteger("priority", order.priority())));
  }

  private Future<JsonObject> lines(RoutingContext request) {
    return job(request)
        .compose(job -> lines.of(job.id()))
        .map(
            found ->
                JsonObject.of(
                    "items", new JsonArray(found.stream().map(JobsEndpoint::json).toList())));
  }

  private Future<Long> cancel(RoutingContext request) {
    return job(request).compose(restart::cancel);
  }

  private Future<Long> again(RoutingContext request) {
    return job(request).compose(restart::again);
  }

  private Future<Job> job(RoutingContext request) {
    var id = Params.id(request, "jobId");
    return jobs.byId(id).map(Refusal.unlessFound("job", id));
  }

  private static JsonObject json(JobLines.Line line) {
    return JsonObject.of(
        "attempt", line.attempt(), "at", line.at().toString(), "text", line.text());
  }

  private static void accepted(RoutingContext request, Future<Long> job) {
    job.onSuccess(
            id -> {
              request.response().setStatusCode(202).putHeader("Location", ALL + "/" + id);
              Replies.seeOther(request, "/jobs", JsonObject.of("job", id, "self", ALL + "/" + id));
            })
        .onFailure(request::fail);
  }
}
