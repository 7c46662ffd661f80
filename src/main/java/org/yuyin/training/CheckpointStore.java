package org.yuyin.training;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a training keeps its state, and finds that of an earlier, unfinished attempt. */
public interface CheckpointStore {
  /** Keeps nothing. */
  CheckpointStore NONE =
      new CheckpointStore() {
        @Override
        public Optional<Saved> earlier() {
          return Optional.empty();
        }

        @Override
        public void save(Saved state) {}
      };

  /**
   * A state to continue from.
   *
   * @param last where the training stood
   * @param best the model of the lowest evaluation loss until then; none in the first epoch
   */
  record Saved(Checkpoint last, @Nullable Checkpoint best) {}

  /** What was saved last, where anything was. */
  Optional<Saved> earlier();

  /** Replaces what was saved. */
  void save(Saved state);
}
