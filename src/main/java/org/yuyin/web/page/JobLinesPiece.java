package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.yuyin.jobs.JobLines;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /jobs/ID/lines}: what happened to a job, attempt by attempt. */
final class JobLinesPiece implements Page {
  private final Sources sources;
  private final JobLines lines;

  JobLinesPiece(Sources sources) {
    this.sources = sources;
    this.lines = new JobLines(sources.pool());
  }

  @Override
  public String path() {
    return "/jobs/:jobId/lines";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var id = Params.id(request, "jobId");
    return sources
        .jobs()
        .byId(id)
        .map(Refusal.unlessFound("job", id))
        .compose(job -> lines.of(id))
        .map(found -> View.piece("job-lines", Map.of("lines", found)));
  }
}
