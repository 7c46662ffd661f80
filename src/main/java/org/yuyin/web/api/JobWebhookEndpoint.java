package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.yuyin.jobs.JobRepository;
import org.yuyin.jobs.Webhook;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/**
 * {@code POST /api/v1/jobs/ID/webhook} with {@code {"url": …}}: another program is told, signed,
 * when the job has ended.
 */
final class JobWebhookEndpoint implements Endpoint {
  private static final long LARGEST_BODY = 10_000;

  private final JobRepository jobs;

  JobWebhookEndpoint(JobRepository jobs) {
    this.jobs = jobs;
  }

  @Override
  public void mount(Router router) {
    router
        .post("/api/v1/jobs/:jobId/webhook")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
        .handler(this::tell);
  }

  private void tell(RoutingContext request) {
    var id = Params.id(request, "jobId");
    var url = Webhook.check(request.body().asJsonObject().getString("url"));
    jobs.byId(id)
        .map(Refusal.unlessFound("job", id))
        .compose(job -> jobs.tellAtEnd(id, url.toString()))
        .onSuccess(
            set -> {
              if (!set) {
                request.fail(Refusal.conflict("Job %d has ended already.".formatted(id)));
                return;
              }
              Replies.json(request, JsonObject.of("job", id, "webhook", url.toString()));
            })
        .onFailure(request::fail);
  }
}
