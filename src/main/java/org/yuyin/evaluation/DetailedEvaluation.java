package org.yuyin.evaluation;

/**
 * An evaluation with the fate of every query.
 *
 * @param summary what tables show
 * @param videoToMusic videos ask for music
 * @param musicToVideo music asks for videos
 */
public record DetailedEvaluation(
    Evaluation summary, QueryOutcomes videoToMusic, QueryOutcomes musicToVideo) {
  /** The queries of one direction. */
  public QueryOutcomes of(Direction direction) {
    return direction == Direction.VIDEO_TO_MUSIC ? videoToMusic : musicToVideo;
  }
}
