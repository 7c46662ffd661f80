package org.yuyin.evaluation;

/**
 * How one query fared. Ties are counted against the query: whatever scores the same as a right
 * answer stands before it.
 *
 * @param instanceRank place of the query's own partner, from 1
 * @param trackRank place of the first right answer when every copy of the same track is right
 * @param trackNdcgAt10 nDCG@10 when every copy of the same track is right, in [0, 1]
 * @param categoryShare of the first 10, the share in the query's fine category, in [0, 1]
 * @param mergedShare of the first 10, the share in the query's merged category, in [0, 1]
 */
public record QueryOutcome(
    int instanceRank,
    int trackRank,
    double trackNdcgAt10,
    double categoryShare,
    double mergedShare) {}
