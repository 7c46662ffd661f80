package org.yuyin.training;

/**
 * The epoch whose weights are kept.
 *
 * @param epoch from 1
 * @param loss its evaluation loss, the lowest so far
 */
public record BestEpoch(int epoch, double loss) {}
