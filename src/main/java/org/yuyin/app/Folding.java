package org.yuyin.app;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuyin.dataset.Folds;
import org.yuyin.dataset.FoldsFile;
import org.yuyin.dataset.Snapshot;
import org.yuyin.storage.Sha256;

/**
 * What trainings are tested on: folds, or with neither a number nor a file the dataset's own test
 * split.
 *
 * @param folds how many are dealt; only used without a file
 * @param file folds that were fixed beforehand
 */
record Folding(@Nullable Integer folds, @Nullable Path file) {
  /** One view for each fold of a seed. */
  List<Snapshot> of(Snapshot snapshot, long seed) {
    if (file != null) {
      return FoldsFile.assign(file, snapshot, seed);
    }
    return folds != null ? Folds.assign(snapshot, folds, seed) : List.of(snapshot);
  }

  /** Tells two ways of folding apart. */
  String name() {
    if (file != null) {
      return "file " + Sha256.of(file);
    }
    return folds != null ? "dealt " + folds : "test split";
  }
}
