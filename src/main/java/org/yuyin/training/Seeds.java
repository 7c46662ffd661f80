package org.yuyin.training;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.yuyin.dataset.Split;

/**
 * The random streams of a run. Each is made of the seed and a place in the run alone, so that a
 * resumed run needs to remember nothing but where it stands.
 */
record Seeds(long seed) {
  private static final long WEIGHTS = 1;
  private static final long CONTROL = 2;
  private static final long EPOCH = 1L << 32;
  private static final long STEP = 1L << 48;

  /** The first weights. */
  RandomGenerator ofWeights() {
    return stream(WEIGHTS);
  }

  /** Which music the control puts under which pictures. */
  RandomGenerator ofControl(Split split) {
    return stream(CONTROL + split.ordinal());
  }

  /** The order of the pairs in an epoch. */
  RandomGenerator ofEpoch(int epoch) {
    return stream(EPOCH + epoch);
  }

  /** What a step draws. */
  RandomGenerator ofStep(long step) {
    return stream(STEP + step);
  }

  private RandomGenerator stream(long place) {
    // Twice through a generator: seeds that lie a step apart would give the same numbers, moved by
    // one place.
    return new SplittableRandom(
        new SplittableRandom(new SplittableRandom(seed).nextLong() ^ place).nextLong());
  }
}
