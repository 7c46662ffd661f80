package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.yuyin.catalogue.synthetic.DemoCatalogue;
import org.yuyin.catalogue.synthetic.DemoSettings;
import org.yuyin.jobs.Job;
import org.yuyin.jobs.JobOrder;
import org.yuyin.jobs.JobRepository;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Refusal;

/**
 * {@code POST /api/v1/demo} begins to fill an empty installation with the demo catalogue of {@code
 * ads} ads, or goes on with that; {@code POST /api/v1/demo/stop} stops it.
 */
final class DemoEndpoint implements Endpoint {
  // Fewer leave some category without an ad to learn from or to test on.
  private static final int FEWEST = 24;
  private static final int MOST = 2_000;
  private static final long LONGEST_FORM = 1_000;

  private final JobRepository jobs;

  DemoEndpoint(JobRepository jobs) {
    this.jobs = jobs;
  }

  @Override
  public void mount(Router router) {
    router
        .post("/api/v1/demo")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(request -> answer(request, begin(ads(request))));
    router.post("/api/v1/demo/stop").handler(request -> answer(request, stop()));
  }

  private static int ads(RoutingContext request) {
    int ads = new Form(request).number("ads", DemoSettings.standard().size().music());
    if (ads < FEWEST || ads > MOST) {
      throw Refusal.badRequest(
          "\"ads\" lies between %d and %d, not %d.".formatted(FEWEST, MOST, ads));
    }
    return ads;
  }

  /** Only one demo is made at a time, however many ads it is to have. */
  private Future<Long> begin(int ads) {
    return jobs.enqueue(JobOrder.of(DemoCatalogue.JOB_TYPE, JsonObject.of("ads", ads)).alone());
  }

  private Future<Long> stop() {
    return jobs.latest(DemoCatalogue.JOB_TYPE)
        .map(
            latest ->
                latest
                    .filter(Job::live)
                    .orElseThrow(() -> Refusal.notFound("The demo is not being made.")))
        .compose(job -> jobs.cancel(job.id()).map(job.id()));
  }

  private static void answer(RoutingContext request, Future<Long> job) {
    job.onSuccess(
            id -> {
              request.response().setStatusCode(202);
              Replies.seeOther(request, "/", JsonObject.of("job", id));
            })
        .onFailure(request::fail);
  }
}
