package org.yuyin.evaluation.projection;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A picture that is stored, without its points.
 *
 * @param id of the picture
 * @param run whose model placed the points
 * @param datasetId whose pairs they are
 * @param summary names of categories, counts, measures, how the points were chosen
 * @param createdAt when it was worked out
 */
public record Projection(
    long id, long run, long datasetId, JsonObject summary, Instant createdAt) {}
