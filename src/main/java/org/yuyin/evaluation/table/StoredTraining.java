package org.yuyin.evaluation.table;

/**
 * A finished training that may stand in a table.
 *
 * @param run its number
 * @param series which runs belong together; blank outside of a cross-validation
 * @param seed of all randomness
 * @param fold held out, from 0
 * @param codeVersion of the program that trained
 */
record StoredTraining(long run, String series, long seed, int fold, String codeVersion) {
  Place place() {
    return new Place(seed, fold);
  }

  /** One of the trainings that a line is made of. */
  record Place(long seed, int fold) {}
}
