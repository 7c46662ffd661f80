package org.yuyin.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.StorageSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that works on a data folder; also where the environment is read. */
public final class StudioOptions {
  @Mixin private final DataFolderOption data = new DataFolderOption();

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      defaultValue = "${env:YUYIN_DATABASE_URL}",
      description =
          "An existing PostgreSQL: postgresql://user:password@host:port/name"
              + " (YUYIN_DATABASE_URL; default: an embedded one in the data folder).")
  private @Nullable String databaseUrl;

  /** The data folder, which need not exist yet. */
  public DataFolder folder() {
    return data.folder();
  }

  /** Where things are kept. */
  StorageSettings storage() {
    return new StorageSettings(
        folder(), Optional.ofNullable(databaseUrl).filter(url -> !url.isBlank()));
  }
}
