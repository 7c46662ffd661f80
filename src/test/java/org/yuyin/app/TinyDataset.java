package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuyin.dataset.SnapshotFolder;
import org.yuyin.model.TestSnapshots;
import org.yuyin.storage.PostgresExtension;

/** A few dozen made-up pairs as somebody would import them, and a training that takes no time. */
final class TinyDataset {
  /** Of the pairs every fifth is watched and every fifth tested. */
  static final int PAIRS = 100;

  private TinyDataset() {}

  /** The folder to import. */
  static Path folder(Path parent) throws IOException {
    var folder = Files.createDirectory(parent.resolve("features"));
    var pairs = TestSnapshots.related(PAIRS, 3);
    new SnapshotFolder(folder).write(pairs.pairs(), pairs.features(), Optional.empty());
    return folder;
  }

  /** Imports it under the name {@code tiny}. */
  static void importInto(PostgresExtension postgres, Path parent) throws IOException {
    var run = Run.on(postgres, "dataset", "import", folder(parent).toString(), "--name", "tiny");
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  /** A training of a small network on it. */
  static String[] training(String... more) {
    var all = new ArrayList<>(List.of("train", "--dataset", "tiny"));
    for (var setting : List.of("embedding=24", "hidden=16", "width=8", "batch=20")) {
      all.addAll(List.of("--set", setting));
    }
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
