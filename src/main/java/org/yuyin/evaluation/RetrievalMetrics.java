package org.yuyin.evaluation;

import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yuyin.dataset.Pair;

/**
 * How well one direction retrieves. Every item of the pool is a query once; copies of a track stay
 * in the pool.
 *
 * @param pool items ranked for each query
 * @param tracks different tracks among them
 * @param measured with intervals
 * @param random what guessing gives in the same pool
 */
public record RetrievalMetrics(
    int pool, int tracks, Map<Metric, Estimate> measured, Map<Metric, Double> random) {
  public RetrievalMetrics {
    measured = Map.copyOf(measured);
    random = Map.copyOf(random);
  }

  /**
   * Puts the outcomes of all queries together.
   *
   * @param pairs the queries, which are the pool as well
   */
  static RetrievalMetrics of(List<Pair> pairs, List<QueryOutcome> outcomes) {
    int tracks = (int) pairs.stream().map(Pair::trackId).distinct().count();
    return new RetrievalMetrics(
        pairs.size(), tracks, Bootstrap.estimates(outcomes), RandomLine.of(pairs));
  }

  /** One value, shares in [0, 1]. */
  public double value(Metric metric) {
    return estimate(metric).value();
  }

  /** One value with its interval. */
  public Estimate estimate(Metric metric) {
    var estimate = measured.get(metric);
    if (estimate == null) {
      throw new IllegalStateException(metric.key() + " was not measured");
    }
    return estimate;
  }

  /** What guessing gives. */
  public double random(Metric metric) {
    var value = random.get(metric);
    if (value == null) {
      throw new IllegalStateException(metric.key() + " has no random line");
    }
    return value;
  }

  /**
   * As stored and as {@code --json} prints it: {@code pool}, {@code tracks}, and for each metric's
   * key an object of {@code value, low, high, random}.
   */
  public JsonObject toJson() {
    var json = new JsonObject().put("pool", pool).put("tracks", tracks);
    for (var metric : Metric.values()) {
      var estimate = estimate(metric);
      json.put(
          metric.key(),
          new JsonObject()
              .put("value", estimate.value())
              .put("low", estimate.low())
              .put("high", estimate.high())
              .put("random", random(metric)));
    }
    return json;
  }

  /** Reads what {@link #toJson} gave. */
  public static RetrievalMetrics fromJson(JsonObject json) {
    var measured = new EnumMap<Metric, Estimate>(Metric.class);
    var random = new EnumMap<Metric, Double>(Metric.class);
    for (var metric : Metric.values()) {
      var one = json.getJsonObject(metric.key());
      // A row that an older version wrote may lack a newer metric.
      if (one != null) {
        measured.put(
            metric,
            new Estimate(one.getDouble("value"), one.getDouble("low"), one.getDouble("high")));
        random.put(metric, one.getDouble("random"));
      }
    }
    return new RetrievalMetrics(
        json.getInteger("pool"), json.getInteger("tracks"), measured, random);
  }
}
