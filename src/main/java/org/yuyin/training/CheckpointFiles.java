package org.yuyin.training;

import java.nio.file.Files;
import java.util.Optional;

/**
 * The two files of a run. The best is written first: a crash in between leaves a best that the last
 * does not know yet, and continuing from the last finds it again.
 */
final class CheckpointFiles implements CheckpointStore {
  private static final int NONE = -1; // a method without epochs writes its best as epoch 0

  private final CheckpointFile best;
  private final CheckpointFile last;
  private int bestWritten = NONE;

  CheckpointFiles(CheckpointFile best, CheckpointFile last) {
    this.best = best;
    this.last = last;
  }

  @Override
  public Optional<Saved> earlier() {
    if (!Files.exists(last.path())) {
      return Optional.empty();
    }
    var state = last.read();
    return Optional.of(new Saved(state, state.position().best() == null ? null : best.read()));
  }

  @Override
  public void save(Saved state) {
    if (state.best() != null && state.best().position().bestEpoch() != bestWritten) {
      best.write(state.best());
      bestWritten = state.best().position().bestEpoch();
    }
    last.write(state.last());
  }
}
