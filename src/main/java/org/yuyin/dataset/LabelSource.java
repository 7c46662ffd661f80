package org.yuyin.dataset;

import io.vertx.core.Future;
import java.util.List;

/** What people think of ads with music. Declared here, implemented by whoever keeps verdicts. */
@FunctionalInterface
public interface LabelSource {
  /** Every pair that was judged. */
  Future<List<Verdict>> verdicts();

  /** Nobody judged anything. */
  static LabelSource none() {
    return () -> Future.succeededFuture(List.of());
  }

  /**
   * What people think of one ad with one piece of music, all of them together.
   *
   * @param adId the ad
   * @param trackId the music
   * @param grade how relevant the music is, 0 to 4: the mean over people
   * @param accepts people who accepted it
   * @param rejects people who rejected it
   */
  record Verdict(long adId, long trackId, double grade, int accepts, int rejects) {
    /** Whether more accepted than rejected it. */
    public boolean accepted() {
      return accepts > rejects;
    }

    /** Whether more rejected than accepted it. */
    public boolean rejected() {
      return rejects > accepts;
    }
  }
}
