package org.yuyin.web.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.jobs.Job;
import org.yuyin.jobs.JobBell;
import org.yuyin.jobs.JobRepository;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/**
 * {@code GET /api/v1/jobs/ID/events}: server-sent events of a job. {@code job} brings it as {@code
 * GET /api/v1/jobs/ID} does, at once and whenever it moves; the stream ends with the job.
 */
final class JobEventsEndpoint implements Endpoint {
  // A ring may be missed while the database is away.
  private static final long LOOK_ANYWAY_MS = 5000;

  private final JobRepository jobs;
  private final JobBell bell;

  JobEventsEndpoint(JobRepository jobs, JobBell bell) {
    this.jobs = jobs;
    this.bell = bell;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/jobs/:jobId/events").handler(this::listen);
  }

  private void listen(RoutingContext request) {
    var id = Params.id(request, "jobId");
    jobs.byId(id)
        .map(Refusal.unlessFound("job", id))
        .onSuccess(job -> new Stream(request, job).start())
        .onFailure(request::fail);
  }

  /** One listener; everything happens on its event loop. */
  private final class Stream {
    private final Vertx vertx;
    private final HttpServerResponse response;
    private final long job;
    private final JobBell.Listening listening;
    private final long timer;
    private String told = "";

    Stream(RoutingContext request, Job job) {
      this.vertx = request.vertx();
      this.response = request.response();
      this.job = job.id();
      var loop = vertx.getOrCreateContext();
      this.listening =
          bell.listen(
              moved -> {
                if (moved == this.job) {
                  loop.runOnContext(ring -> look());
                }
              });
      this.timer = vertx.setPeriodic(LOOK_ANYWAY_MS, tick -> look());
    }

    void start() {
      response
          .putHeader("Content-Type", "text/event-stream; charset=utf-8")
          .putHeader("Cache-Control", "no-store")
          .setChunked(true)
          .closeHandler(gone -> stop());
      response.write("retry: 2000\n\n");
      look();
    }

    private void look() {
      jobs.byId(job)
          .onSuccess(found -> found.ifPresentOrElse(this::tell, this::end))
          .onFailure(away -> response.write(": the database is away\n\n"));
    }

    private void tell(Job now) {
      if (response.ended() || response.closed()) {
        return;
      }
      var json = JobJson.of(now).encode();
      response.write(json.equals(told) ? ": still here\n\n" : "event: job\ndata: " + json + "\n\n");
      told = json;
      if (now.state().ended()) {
        end();
      }
    }

    private void end() {
      stop();
      response.end();
    }

    private void stop() {
      vertx.cancelTimer(timer);
      listening.close();
    }
  }
}
