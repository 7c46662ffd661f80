package org.yuyin.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yuyin.operations.Backup;
import org.yuyin.storage.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code yuyin backup}. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Write everything that cannot be made again into one tar: database, media, datasets,"
          + " checkpoints.",
      "May run while the studio works; the file appears once it is whole."
    })
final class BackupCommand implements Runnable {
  private static final int MISSING_TOLD = 5;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final StudioOptions options = new StudioOptions();

  @Option(names = "--out", paramLabel = "FILE.tar", required = true, description = "A new file.")
  private Path out = Path.of("backup.tar");

  @Override
  public void run() {
    if (!Files.isDirectory(options.folder().root())) {
      throw new InputException("there is no data folder " + options.folder().root());
    }
    try (var studio = Studio.open(options)) {
      var report = new Backup(studio.database(), studio.folder(), studio.blobs()).write(out);
      Output.of(spec)
          .print("%s: %,d rows and %,d files".formatted(out, report.rows(), report.files()));
      if (!report.missing().isEmpty()) {
        Output.of(spec)
            .print(
                "%d media files were missing or damaged before, such as %s; see: doctor"
                    .formatted(
                        report.missing().size(),
                        String.join(", ", report.missing().stream().limit(MISSING_TOLD).toList())));
      }
    }
  }
}
