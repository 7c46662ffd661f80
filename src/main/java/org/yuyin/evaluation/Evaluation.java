package org.yuyin.evaluation;

/**
 * A trained model on one split, both ways.
 *
 * @param videoToMusic videos ask for music
 * @param musicToVideo music asks for videos
 */
public record Evaluation(RetrievalMetrics videoToMusic, RetrievalMetrics musicToVideo) {
  /** The metrics of one direction. */
  public RetrievalMetrics of(Direction direction) {
    return direction == Direction.VIDEO_TO_MUSIC ? videoToMusic : musicToVideo;
  }
}
