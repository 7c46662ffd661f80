package org.yuyin.training;

import io.vertx.core.json.JsonObject;

/**
 * One stored point of a learning curve, see {@link EpochResult}.
 *
 * @param epoch from 1
 * @param trainLoss mean over the training pairs
 * @param evaluationLoss mean over the evaluation pairs
 * @param parts by name
 * @param seconds spent on it
 */
public record CurvePoint(
    int epoch, double trainLoss, double evaluationLoss, JsonObject parts, double seconds) {}
