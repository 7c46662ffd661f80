package org.yuyin.app;

import java.io.IOException;
import java.nio.file.Path;

/** {@link TinyDataset} for other packages. */
public final class TinyPairs {
  private TinyPairs() {}

  /** The folder to import. */
  public static Path folder(Path parent) throws IOException {
    return TinyDataset.folder(parent);
  }
}
