package org.yuyin.training;

import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.model.DataShape;
import org.yuyin.model.Network;
import org.yuyin.model.PairRows;
import org.yuyin.model.Recipe;
import org.yuyin.storage.InputException;

/**
 * All that decides the outcome of a training on one machine.
 *
 * @param snapshot its train split is learned from, its evaluation split chooses the checkpoint
 * @param shuffled true for the control: pictures learn with the music of other pairs, in both
 *     splits, so that whatever is found afterwards on true pairs is chance
 */
public record TrainingTask(Recipe<?> recipe, Snapshot snapshot, long seed, boolean shuffled) {
  private static final int FEWEST_PAIRS = 2;

  Seeds seeds() {
    return new Seeds(seed);
  }

  Network network() {
    return recipe.network(DataShape.of(snapshot));
  }

  /** The pairs learned from. */
  PairRows training() {
    return pairs(Split.TRAIN);
  }

  /** The pairs watched. */
  PairRows evaluation() {
    return pairs(Split.EVALUATION);
  }

  private PairRows pairs(Split split) {
    var rows = PairRows.of(snapshot, snapshot.rowsOf(split));
    if (rows.size() < FEWEST_PAIRS) {
      throw new InputException(
          "dataset %s has %d pairs in its %s split, and training needs at least %d"
              .formatted(snapshot.name(), rows.size(), split.key(), FEWEST_PAIRS));
    }
    return shuffled ? rows.shuffled(seeds().ofControl(split)) : rows;
  }
}
