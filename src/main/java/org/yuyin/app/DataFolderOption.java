package org.yuyin.app;

import java.nio.file.Path;
import org.yuyin.storage.DataFolder;
import picocli.CommandLine.Option;

/** The option of every command that looks into the data folder. */
public final class DataFolderOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:YUYIN_DATA:-data}",
      description = "Data folder (YUYIN_DATA; default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  /** The data folder, which need not exist yet. */
  public DataFolder folder() {
    return new DataFolder(data);
  }
}
