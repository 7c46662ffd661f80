package org.yuyin.app;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuyin.dataset.Folds;
import org.yuyin.dataset.FoldsFile;
import org.yuyin.dataset.Snapshot;
import org.yuyin.storage.Sha256;

/**
 * Where the folds of a cross-validation come from.
 *
 * @param folds how many are dealt; only used without a file
 * @param file folds that were fixed beforehand
 */
record Folding(@Nullable Integer folds, @Nullable Path file) {
  private static final int USUAL = 5;

  /** One view for each fold of a seed. */
  List<Snapshot> of(Snapshot snapshot, long seed) {
    return file != null
        ? FoldsFile.assign(file, snapshot, seed)
        : Folds.assign(snapshot, count(), seed);
  }

  /** Tells two ways of folding apart. */
  String name() {
    return file != null ? "file " + Sha256.of(file) : "dealt " + count();
  }

  private int count() {
    return folds == null ? USUAL : folds;
  }
}
