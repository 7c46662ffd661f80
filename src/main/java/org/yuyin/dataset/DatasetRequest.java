package org.yuyin.dataset;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.yuyin.feature.Modality;

/**
 * A wish for a dataset of the catalogue's ads, as a command gives it or as it waits in the queue.
 *
 * @param name of the dataset
 * @param collection whose ads
 * @param extractors by modality, those that are not to be the strongest that can be used
 * @param seed decides the splits of ads that bring none
 * @param verdicts whether to learn from reviews too
 */
public record DatasetRequest(
    String name, String collection, Map<Modality, String> extractors, long seed, boolean verdicts) {
  /** Name of the job that makes it. */
  public static final String JOB_TYPE = "dataset";

  public DatasetRequest {
    DatasetLibrary.checkName(name);
    extractors = Map.copyOf(extractors);
  }

  /** As a job is queued with it. */
  public JsonObject toJson() {
    var chosen = new JsonObject();
    new TreeMap<>(extractors).forEach((modality, name) -> chosen.put(modality.key(), name));
    return new JsonObject()
        .put("name", name)
        .put("collection", collection)
        .put("extractors", chosen)
        .put("seed", seed)
        .put("verdicts", verdicts);
  }

  /** What {@link #toJson} wrote. */
  public static DatasetRequest of(JsonObject json) {
    var chosen = new TreeMap<Modality, String>();
    var written = json.getJsonObject("extractors");
    for (var modality : Modality.values()) {
      if (written.getString(modality.key()) instanceof String name) {
        chosen.put(modality, name);
      }
    }
    return new DatasetRequest(
        json.getString("name"),
        json.getString("collection"),
        chosen,
        json.getLong("seed"),
        json.getBoolean("verdicts"));
  }
}
