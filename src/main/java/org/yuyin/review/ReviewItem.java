package org.yuyin.review;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One thing to judge, as one reviewer gets it.
 *
 * @param id of the item
 * @param adId the ad
 * @param subject what is judged about it
 * @param before what this reviewer had said and taken back
 */
public record ReviewItem(long id, long adId, Subject subject, Optional<Answer> before) {
  /**
   * The candidates in the order in which this reviewer sees them: always the same for one person,
   * and as likely either way over people and items, so that a place on the screen wins nothing.
   */
  public List<Candidate> shown(ReviewTask task, String reviewer) {
    var candidates = subject.candidates();
    var drawn = new Random(31 * (31 * task.settings().seed() + id) + reviewer.hashCode());
    drawn.nextInt(); // the first draw of neighbouring seeds is alike
    return drawn.nextBoolean() ? candidates.reversed() : candidates;
  }
}
