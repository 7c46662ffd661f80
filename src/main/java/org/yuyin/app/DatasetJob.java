package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.yuyin.dataset.DatasetRequest;
import org.yuyin.jobs.JobContext;
import org.yuyin.jobs.JobType;

/**
 * Makes a dataset that was asked for in the browser; what is extracted is found when it goes on.
 */
final class DatasetJob implements JobType {
  private static final int FAILURES_TOLD = 5;

  private final Studio studio;

  DatasetJob(Studio studio) {
    this.studio = studio;
  }

  @Override
  public String name() {
    return DatasetRequest.JOB_TYPE;
  }

  @Override
  public JsonObject run(JobContext context) throws Exception {
    var built = DatasetMaking.build(studio, DatasetRequest.of(context.settings()), context);
    var failures = DatasetMaking.failures(built).stream().limit(FAILURES_TOLD).toList();
    return JsonObject.of(
        "dataset", built.dataset().label(),
        "leftOut", built.leftOut().size(),
        "failures", new JsonArray(failures));
  }
}
