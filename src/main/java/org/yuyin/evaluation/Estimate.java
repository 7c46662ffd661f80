package org.yuyin.evaluation;

/**
 * A measured value with its 95 % interval.
 *
 * @param value over the queries themselves
 * @param low 2.5 % of the resampled values lie below
 * @param high 2.5 % of the resampled values lie above
 */
public record Estimate(double value, double low, double high) {}
