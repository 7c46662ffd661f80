package org.yuyin.storage;

import java.util.Optional;

/**
 * Where things are kept.
 *
 * @param folder the data folder
 * @param databaseUrl an existing server as {@code postgresql://user:password@host:port/database};
 *     empty starts, or joins, the embedded server whose cluster lies in the data folder
 */
public record StorageSettings(DataFolder folder, Optional<String> databaseUrl) {
  /** The embedded server in that folder. */
  public static StorageSettings embedded(DataFolder folder) {
    return new StorageSettings(folder, Optional.empty());
  }
}
