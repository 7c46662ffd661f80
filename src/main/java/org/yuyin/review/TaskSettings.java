package org.yuyin.review;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * How a queue was made; never changes afterwards.
 *
 * @param order in which items are shown
 * @param seed decides which ads, their order, and what stands left in a blind comparison
 * @param collection whose ads; empty takes all
 * @param options what is compared blindly: runs ("run:12") or places in the ranking ("place:3")
 * @param categories that an ad may be given
 */
public record TaskSettings(
    Order order,
    long seed,
    Optional<String> collection,
    List<String> options,
    List<String> categories) {
  public TaskSettings {
    options = List.copyOf(options);
    categories = List.copyOf(categories);
  }

  /** In which order items are shown. */
  public enum Order {
    /** Drawn by the seed. */
    RANDOM,
    /** First what the model is least sure of. */
    UNCERTAIN
  }

  JsonObject json() {
    return new JsonObject()
        .put("order", order.name())
        .put("seed", seed)
        .put("collection", collection.orElse(null))
        .put("options", new JsonArray(options))
        .put("categories", new JsonArray(categories));
  }

  static TaskSettings of(JsonObject json) {
    return new TaskSettings(
        Order.valueOf(json.getString("order")),
        json.getLong("seed"),
        Optional.ofNullable(json.getString("collection")),
        words(json, "options"),
        words(json, "categories"));
  }

  private static List<String> words(JsonObject json, String name) {
    return json.getJsonArray(name).stream().map(String::valueOf).toList();
  }
}
