package org.yuyin.dataset.synthetic;

import org.yuyin.storage.InputException;

/**
 * What a made-up dataset is like.
 *
 * @param pairs ads, from {@value #FEWEST_PAIRS}
 * @param seed the same settings with the same seed give the same bytes
 * @param agreement correlation of a factor of the pictures with the same factor of the music under
 *     them, in [0, 1): how much there is to learn
 * @param emotion how strongly the pictures show the music's mood, which the emotion feature alone
 *     carries, in [0, 4]; at 0 that feature is of no use
 * @param category how far the categories lie apart, in [0, 4]; at 0 they say nothing
 * @param gaussian true leaves every column a linear mixture of normal factors, so that the best
 *     possible correlations are known; false shapes columns as real extractors do (one-sided,
 *     heavy-tailed, of very different scales)
 */
public record SyntheticSettings(
    int pairs, long seed, double agreement, double emotion, double category, boolean gaussian) {
  /** Fewer do not fill the splits. */
  public static final int FEWEST_PAIRS = 200;

  private static final int MOST_PAIRS = 1_000_000;
  private static final double STRONGEST = 4;

  public SyntheticSettings {
    refuseOutside("--pairs", pairs, FEWEST_PAIRS, MOST_PAIRS);
    refuseOutside("--agreement", agreement, 0, 0.999);
    refuseOutside("--emotion", emotion, 0, STRONGEST);
    refuseOutside("--category", category, 0, STRONGEST);
  }

  private static void refuseOutside(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new InputException(
          "%s must lie between %s and %s, got %s".formatted(option, least, most, value));
    }
  }
}
