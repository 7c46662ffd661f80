package org.yuyin.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.Database;
import org.yuyin.storage.StorageSettings;

/** Another process whose worker takes a job and never ends it. */
final class WorkerChild {
  private WorkerChild() {}

  /** Runs in the child: data folder, database URL. Says "working" once it has a job. */
  public static void main(String[] arguments) throws InterruptedException {
    var folder = new DataFolder(Path.of(arguments[0]));
    var settings = new StorageSettings(folder, Optional.of(arguments[1]));
    var endless =
        JobWorkerTest.type(
            context -> {
              System.out.println("working");
              Thread.sleep(Long.MAX_VALUE);
              throw new IllegalStateException("slept for ever");
            });
    var types = new JobTypes(List.of(endless));
    try (var database = Database.open(settings);
        var bell = JobBell.of(database);
        var _ =
            new JobWorker(
                database.pool(), bell, types, JobWorkerTest.SETTINGS, Optional.empty(), 1)) {
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
