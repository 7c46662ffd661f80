package org.yuyin.operations.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.yuyin.storage.DataFolder;

/** Whether the data folder is there, can be written, and has room. */
final class FolderCheck implements Check {
  static final String NAME = "data folder";
  private static final double GIGABYTE = 1e9;
  private static final double ENOUGH_GB = 5;
  private static final double LEAST_GB = 0.5;

  private final DataFolder folder;

  FolderCheck(DataFolder folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding look() {
    var root = folder.root();
    if (!Files.isDirectory(root)) {
      return Finding.broken(
          root + " is not there yet", "serve or demo makes it; or name another with --data");
    }
    if (!Files.isWritable(root)) {
      return Finding.broken(
          root + " cannot be written", "make it writable for the user that runs the studio");
    }
    double free = freeGigabytes();
    var says = "%s, %.1f GB free".formatted(root, free);
    if (free < LEAST_GB) {
      return Finding.broken(says, "free space: nothing can be taken in or trained");
    }
    return free < ENOUGH_GB ? Finding.weak(says, "free space soon") : Finding.ok(says);
  }

  private double freeGigabytes() {
    try {
      return Files.getFileStore(folder.root()).getUsableSpace() / GIGABYTE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
