package org.yuyin.dataset;

import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;

/**
 * One version of a dataset, as its row in the {@code dataset} table says.
 *
 * @param id of the row
 * @param name as on the command line
 * @param version counted from 1; a new one wherever the content changed
 * @param contentHash SHA-256 over pairs and values
 * @param folder relative to the data folder
 * @param pairs number of rows
 * @param synthetic true when its media or features were generated
 * @param description counts by split and category, widths, where it came from
 * @param createdAt when this version came to be
 */
public record DatasetInfo(
    long id,
    String name,
    int version,
    String contentHash,
    String folder,
    int pairs,
    boolean synthetic,
    JsonObject description,
    OffsetDateTime createdAt) {

  /** Name and version, such as {@code demo@2}; also understood on the command line. */
  public String label() {
    return name + "@" + version;
  }
}
