package org.yuyin.evaluation;

/**
 * How much better one method is than another on the same queries.
 *
 * @param gain of the first over the second, with its 95 % interval; for places, less is better
 * @param p two-sided probability of a gain this far from 0 if both were equally good, in (0, 1]
 */
public record Difference(Estimate gain, double p) {}
