package org.yuyin.model;

/** How sound and emotion of a track are joined. */
public enum Fusion {
  /** Weighted fusion: {@link org.yuyin.model.block.WeightedFusion}. */
  WFM,
  /** {@link org.yuyin.model.block.ConcatFusion}. */
  CONCAT,
  /** {@link org.yuyin.model.block.AddFusion}. */
  ADD
}
