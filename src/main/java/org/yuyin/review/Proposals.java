package org.yuyin.review;

/** What models have to say about ads; implemented where models are at hand. Blocking. */
public interface Proposals {
  /**
   * Begins to work on a queue.
   *
   * @throws org.yuyin.storage.InputException when there is no model, saying how to get one
   */
  Proposer open(ReviewTask task);

  /** Proposes what is judged about the ads of one queue. */
  interface Proposer extends AutoCloseable {
    /**
     * What is judged about an ad.
     *
     * @param place which of the things that there are, from 0: the place in the ranking, or the
     *     turn of the pair that is compared
     * @throws org.yuyin.storage.InputException when there is nothing to judge, saying why
     */
    Subject propose(long adId, int place);

    @Override
    void close();
  }
}
