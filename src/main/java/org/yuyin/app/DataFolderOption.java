package org.yuyin.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yuyin.storage.DataFolder;
import picocli.CommandLine.Option;

/** The options of every command that looks into the data folder. */
public final class DataFolderOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:YUYIN_DATA:-data}",
      description = "Data folder (YUYIN_DATA; default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--models",
      paramLabel = "DIR",
      defaultValue = "${env:YUYIN_MODELS}",
      description = "Folder with the extractors' weights (YUYIN_MODELS; default: DATA/models).")
  private @Nullable Path models;

  /** The data folder, which need not exist yet. */
  public DataFolder folder() {
    return models == null || models.toString().isBlank()
        ? new DataFolder(data)
        : new DataFolder(data, models);
  }
}
