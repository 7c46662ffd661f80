package org.yuyin.retrieval;

import java.util.Optional;

/**
 * One recommended item. Asked with a video: the clip of a track that fits best. Asked with a track:
 * an ad whose pictures fit.
 *
 * @param rank from 1
 * @param score cosine in the model's space, -1 to 1
 * @param item what is recommended
 * @param own true when it is the query's own: the track that the ad already has, or an ad that has
 *     the track already
 * @param reason what known ads say for it; empty in the reverse direction
 */
public record Recommendation(
    int rank, double score, PoolItem item, boolean own, Optional<Reason> reason) {}
