package org.yuyin.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.yuyin.storage.InputException;

/**
 * The last entry of a backup: what it must hold. An archive without one was never finished.
 *
 * @param format of the archive, {@link #FORMAT}
 * @param createdAt ISO 8601
 * @param schema version of the tables
 * @param tables in the order in which they can be filled
 * @param counters last numbers of sequences
 * @param entries every other entry of the archive
 * @param missing addresses of blobs that rows refer to but that were not there, or were damaged
 */
record BackupManifest(
    int format,
    String createdAt,
    String schema,
    List<TableRows> tables,
    Map<String, Long> counters,
    List<Entry> entries,
    List<String> missing) {
  static final int FORMAT = 1;
  static final String NAME = "manifest.json";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /**
   * A table.
   *
   * @param columns as a list for COPY
   * @param rows how many
   */
  record TableRows(String name, String columns, long rows) {}

  /** A file of the archive. */
  record Entry(String name, long bytes, String sha256) {}

  byte[] toJson() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static BackupManifest of(byte[] json) {
    BackupManifest manifest;
    try {
      manifest = JSON.readValue(json, BackupManifest.class);
    } catch (IOException e) {
      throw new InputException("the backup's manifest.json cannot be read: it is damaged", e);
    }
    if (manifest.format() != FORMAT) {
      throw new InputException(
          "the backup has format %d, this program reads format %d"
              .formatted(manifest.format(), FORMAT));
    }
    return manifest;
  }
}
