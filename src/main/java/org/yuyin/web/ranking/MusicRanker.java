package org.yuyin.web.ranking;

import java.util.function.Consumer;

/** Works out which music goes under an ad. Blocking; called on worker threads. */
@FunctionalInterface
public interface MusicRanker {
  /**
   * The best music for an ad, describing its pictures first if nobody has yet.
   *
   * @param most tracks wanted
   * @param stage told what is being done, at the moment it begins
   * @throws org.yuyin.storage.InputException when there is no model in service or the ad cannot be
   *     described, saying how to mend it
   */
  Ranking rank(Question question, int most, Consumer<Stage> stage);

  /** What a ranking is busy with, in this order. */
  enum Stage {
    /** Another ad is before it. */
    WAITING,
    /** Frames are decoded and described. */
    PICTURES,
    /** Tracks are compared. */
    MUSIC
  }
}
