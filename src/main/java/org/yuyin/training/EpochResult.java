package org.yuyin.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One point of the learning curve.
 *
 * @param epoch from 1
 * @param trainLoss mean over the training pairs while they were learned
 * @param evaluationLoss mean over the evaluation pairs afterwards
 * @param parts by name: the training loss's parts as {@code train NAME}, the evaluation loss's as
 *     {@code evaluation NAME}, and what the probe measured
 * @param seconds spent on learning
 * @param pairsPerSecond learned
 * @param best whether the evaluation loss is the lowest so far
 */
public record EpochResult(
    int epoch,
    double trainLoss,
    double evaluationLoss,
    Map<String, Double> parts,
    double seconds,
    double pairsPerSecond,
    boolean best) {
  public EpochResult {
    parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }
}
