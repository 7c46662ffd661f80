package org.yuyin.catalogue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What a collection holds after filtering and merging; made of its rows, so an ingest in several
 * goes gives the same report as one in a single go.
 *
 * @param collection its name
 * @param found sources that were looked at
 * @param duplicates sources whose content another one had brought
 * @param included ads with enough music
 * @param tracks pieces of music in them
 * @param excluded left-out ads by reason, the most frequent first
 * @param categories fine categories, by merged category (Fig. 2 of the paper)
 */
public record IngestReport(
    String collection,
    long found,
    long duplicates,
    long included,
    long tracks,
    List<Count> excluded,
    List<CategoryCount> categories) {

  /** How many ads one reason left out. */
  public record Count(String reason, long ads) {}

  /**
   * One fine category.
   *
   * @param before ads before filtering
   * @param after ads with enough music
   */
  public record CategoryCount(String name, String merged, long before, long after) {}

  /** Ads that were left out, for any reason. */
  public long excludedAds() {
    return excluded.stream().mapToLong(Count::ads).sum();
  }

  /** As stored and as printed by {@code --json}. */
  public JsonObject toJson() {
    var reasons = new JsonObject();
    excluded.forEach(count -> reasons.put(count.reason(), count.ads()));
    var fine = new JsonArray();
    categories.forEach(
        it ->
            fine.add(
                JsonObject.of(
                    "name",
                    it.name(),
                    "merged",
                    it.merged(),
                    "before",
                    it.before(),
                    "after",
                    it.after())));
    return JsonObject.of(
        "collection", collection,
        "found", found,
        "duplicates", duplicates,
        "included", included,
        "tracks", tracks,
        "excluded", reasons,
        "categories", fine);
  }
}
