package org.yuyin.operations.doctor;

import io.vertx.sqlclient.Pool;
import java.nio.file.Files;
import org.yuyin.retrieval.ServingRepository;
import org.yuyin.storage.DataFolder;

/** Whether there is a model that recommends, with its files. */
final class ServingCheck implements Check {
  private final Pool pool;
  private final DataFolder folder;

  ServingCheck(Pool pool, DataFolder folder) {
    this.pool = pool;
    this.folder = folder;
  }

  @Override
  public String name() {
    return "model";
  }

  @Override
  public Finding look() {
    var run = new ServingRepository(pool).recommending().await();
    if (run.isEmpty()) {
      return Finding.weak(
          "none is trained, so nothing is recommended", "train one: train, or demo");
    }
    return Files.isDirectory(folder.runs().resolve(run.get().toString()))
        ? Finding.ok("run %d recommends".formatted(run.get()))
        : Finding.broken(
            "the files of run %d, which recommends, are gone".formatted(run.get()),
            "restore runs/%d from a backup, or put another run into service".formatted(run.get()));
  }
}
