package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.yuyin.catalogue.UploadedTracks;
import org.yuyin.catalogue.synthetic.DemoCatalogue;
import org.yuyin.dataset.DatasetRequest;
import org.yuyin.evaluation.projection.ProjectionJob;
import org.yuyin.evaluation.projection.ProjectionRequest;
import org.yuyin.jobs.JobOrder;
import org.yuyin.web.Refusal;

/**
 * The types of jobs that may be queued by themselves, each with what makes an order of the settings
 * given; a new one adds its line here. A training has a run and is queued with it.
 */
final class JobOrders {
  private static final Map<String, Function<JsonObject, JobOrder>> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put(DemoCatalogue.JOB_TYPE, given -> JobOrder.of(DemoCatalogue.JOB_TYPE, given).alone());
    TYPES.put(UploadedTracks.DESCRIBE, given -> JobOrder.of(UploadedTracks.DESCRIBE, given).once());
    TYPES.put(DatasetRequest.JOB_TYPE, JobOrders::dataset);
    TYPES.put(ProjectionJob.NAME, JobOrders::projection);
  }

  private JobOrders() {}

  /** The order; settings that cannot be are refused by name. */
  static JobOrder of(String type, JsonObject settings) {
    var known = TYPES.get(type);
    if (known == null) {
      throw Refusal.badRequest(
          "\"type\" is one of %s, not \"%s\".".formatted(String.join(", ", TYPES.keySet()), type));
    }
    return known.apply(settings);
  }

  private static JobOrder dataset(JsonObject given) {
    var name = require(given, "name").toString();
    var whole =
        JsonObject.of("name", name, "collection", name, "extractors", new JsonObject(), "seed", 0L)
            .put("verdicts", false)
            .mergeIn(given);
    return JobOrder.of(DatasetRequest.JOB_TYPE, DatasetRequest.of(whole).toJson()).once();
  }

  private static JobOrder projection(JsonObject given) {
    require(given, "run");
    var whole =
        JsonObject.of("split", "all", "kind", "both", "most", ProjectionRequest.LAID_OUT)
            .mergeIn(given);
    return JobOrder.of(ProjectionJob.NAME, ProjectionRequest.of(whole).toJson()).once();
  }

  private static Object require(JsonObject given, String name) {
    if (given.getValue(name) instanceof Object value) {
      return value;
    }
    var field = "settings." + name;
    throw Refusal.badRequest("\"%s\" is missing.".formatted(field), field, "required");
  }
}
