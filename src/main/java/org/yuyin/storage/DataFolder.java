package org.yuyin.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that holds everything the program keeps: database cluster, blobs, weights, snapshots
 * and checkpoints.
 *
 * @param root absolute path; {@link #create} makes it and its children
 * @param models weights of the extractors; in the folder unless they lie elsewhere
 */
public record DataFolder(Path root, Path models) {
  public DataFolder {
    root = root.toAbsolutePath().normalize();
    models = models.toAbsolutePath().normalize();
  }

  /** With the weights in it. */
  public DataFolder(Path root) {
    this(root, root.resolve("models"));
  }

  /** Makes the folder and its children where they are missing. */
  public DataFolder create() {
    try {
      for (var child : new Path[] {root, blobs(), models, datasets(), runs(), temporary()}) {
        Files.createDirectories(child);
      }
    } catch (IOException e) {
      throw new InputException(
          "the data folder %s cannot be made or written (%s); choose another with --data"
              .formatted(root, e.getMessage()),
          e);
    }
    return this;
  }

  /** The cluster of the embedded PostgreSQL. */
  public Path postgres() {
    return root.resolve("postgres");
  }

  /** Media and other large files, addressed by SHA-256. */
  public Path blobs() {
    return root.resolve("blobs");
  }

  /** One folder for each materialised dataset snapshot. */
  public Path datasets() {
    return root.resolve("datasets");
  }

  /** One folder for each training run: checkpoints. */
  public Path runs() {
    return root.resolve("runs");
  }

  /** What can be made again from the program itself: the unpacked database server. */
  public Path cache() {
    return root.resolve("cache");
  }

  /**
   * Scratch space on the same file system, so that a finished file can be renamed into its place.
   */
  public Path temporary() {
    return root.resolve("tmp");
  }
}
