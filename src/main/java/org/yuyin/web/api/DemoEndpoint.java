package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.catalogue.synthetic.DemoCatalogue;
import org.yuyin.jobs.Job;
import org.yuyin.jobs.JobRepository;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Refusal;

/**
 * {@code POST /api/v1/demo} begins to fill an empty installation with the demo catalogue, or goes
 * on with that; {@code POST /api/v1/demo/stop} stops it.
 */
final class DemoEndpoint implements Endpoint {
  private final JobRepository jobs;

  DemoEndpoint(JobRepository jobs) {
    this.jobs = jobs;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/v1/demo").handler(request -> answer(request, begin()));
    router.post("/api/v1/demo/stop").handler(request -> answer(request, stop()));
  }

  private Future<Long> begin() {
    return jobs.enqueueUnlessLive(DemoCatalogue.JOB_TYPE, new JsonObject());
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
