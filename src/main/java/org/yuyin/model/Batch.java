package org.yuyin.model;

import ai.djl.ndarray.NDArray;

/**
 * Pairs to learn from in one step.
 *
 * @param features of both sides, row i of every modality belonging to pair i
 * @param tags (batch) int64, equal where the tags are equal
 * @param tracks (batch) int64, equal where the music is the same track
 * @param classes (batch) int64, index of the merged category in {@link DataShape#classes}
 */
public record Batch(Features features, NDArray tags, NDArray tracks, NDArray classes) {
  /** How many pairs. */
  public long size() {
    return classes.size();
  }
}
