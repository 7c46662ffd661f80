package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.TreeMap;
import org.yuyin.dataset.DatasetRequest;
import org.yuyin.feature.Extractors;
import org.yuyin.feature.Modality;
import org.yuyin.jobs.JobOrder;
import org.yuyin.jobs.JobRepository;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/**
 * {@code POST /api/v1/datasets} queues a dataset of the catalogue's ads, from the fields of a form;
 * {@code POST /api/v1/datasets/jobs/ID/stop} stops making it.
 */
final class DatasetsEndpoint implements Endpoint {
  private static final long LONGEST_FORM = 4000;
  private static final String PAGE = "/data";

  private final JobRepository jobs;
  private final Extractors extractors;

  DatasetsEndpoint(JobRepository jobs, Extractors extractors) {
    this.jobs = jobs;
    this.extractors = extractors;
  }

  @Override
  public void mount(Router router) {
    router
        .post("/api/v1/datasets")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(this::make);
    router.post("/api/v1/datasets/jobs/:jobId/stop").handler(this::stop);
  }

  private void make(RoutingContext request) {
    // Asking twice for the same gives the job that is under way.
    var wanted = wanted(new Form(request)).toJson();
    answer(request, jobs.enqueue(JobOrder.of(DatasetRequest.JOB_TYPE, wanted).once()));
  }

  private DatasetRequest wanted(Form form) {
    var name = form.needed("name");
    var chosen = new TreeMap<Modality, String>();
    for (var modality : Modality.values()) {
      form.word(modality.key())
          .ifPresent(
              extractor ->
                  chosen.put(modality, extractors.named(extractor, modality).info().name()));
    }
    return new DatasetRequest(
        name,
        form.word("collection").orElse(name),
        chosen,
        form.number("seed", 0),
        form.word("verdicts").filter("true"::equals).isPresent());
  }

  private void stop(RoutingContext request) {
    long id = Params.id(request, "jobId");
    var stopped =
        jobs.byId(id)
            .map(
                found ->
                    found
                        .filter(job -> job.type().equals(DatasetRequest.JOB_TYPE))
                        .orElseThrow(
                            () -> Refusal.notFound("Job %d makes no dataset.".formatted(id))))
            .compose(job -> jobs.cancel(job.id()).map(job.id()));
    answer(request, stopped);
  }

  private static void answer(RoutingContext request, Future<Long> job) {
    job.onSuccess(id -> Replies.showPage(request, PAGE, JsonObject.of("job", id)))
        .onFailure(request::fail);
  }
}
