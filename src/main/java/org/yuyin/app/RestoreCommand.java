package org.yuyin.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yuyin.operations.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code yuyin restore}. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Make a studio of a backup, in an empty data folder (and an empty database, with"
          + " --database-url).",
      "A backup of an earlier version is brought up to date; a damaged one is refused."
    })
final class RestoreCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Option(names = "--from", paramLabel = "FILE.tar", required = true, description = "A backup.")
  private Path from = Path.of("backup.tar");

  @Override
  public void run() {
    var report = new Restore(options.storage()).from(from);
    Output.of(spec)
        .print(
            "%s: %,d rows of schema %s and %,d files"
                .formatted(
                    options.folder().root(), report.rows(), report.schema(), report.files()));
  }
}
