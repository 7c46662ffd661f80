package org.yuyin.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yuyin.model.Encoder;
import org.yuyin.model.Methods;
import org.yuyin.model.NetworkEncoder;
import org.yuyin.storage.AtomicFile;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.Folders;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;

/**
 * The checkpoints of runs in the data folder: for each run {@code best.safetensors}, the model of
 * the lowest evaluation loss, and {@code last.safetensors}, from which it can be continued.
 */
public final class Checkpoints {
  private final DataFolder folder;
  private final Methods methods;

  /** Checkpoints of that data folder, whose methods are in that registry. */
  public Checkpoints(DataFolder folder, Methods methods) {
    this.folder = folder;
    this.methods = methods;
  }

  /** The trained model of a run, from its best epoch; the caller closes it. */
  public Encoder load(long run, DeviceChoice device) {
    var checkpoint = read(run);
    return NetworkEncoder.of(
        checkpoint.description().network(methods), checkpoint.weights(), device.newManager());
  }

  /** The weights of a run at its best epoch, with what they belong to. */
  public Checkpoint read(long run) {
    var file = best(run);
    if (!Files.exists(file.path())) {
      throw new InputException(
          "run %d has no trained model: it was not finished, or it was one of a cross-validation,"
                  .formatted(run)
              + " which keep their numbers only; train without --folds for a model to use");
    }
    return file.read();
  }

  /** Whether the run has a trained model. */
  public boolean has(long run) {
    return Files.exists(best(run).path());
  }

  /** Removes a run's files. */
  public void delete(long run) {
    try {
      Folders.delete(folderOf(run));
    } catch (IOException e) {
      throw IoProblems.writing(folderOf(run), e);
    }
  }

  /**
   * Where the training of a run keeps and finds its state. For its one owner, since what an earlier
   * one was writing when it was killed goes.
   */
  public CheckpointStore of(long run) {
    var best = best(run);
    var last = last(run);
    AtomicFile.removeUnfinished(best.path());
    AtomicFile.removeUnfinished(last.path());
    return new CheckpointFiles(best, last);
  }

  private CheckpointFile best(long run) {
    return new CheckpointFile(folderOf(run).resolve("best.safetensors"));
  }

  private CheckpointFile last(long run) {
    return new CheckpointFile(folderOf(run).resolve("last.safetensors"));
  }

  private Path folderOf(long run) {
    return folder.runs().resolve(Long.toString(run));
  }
}
