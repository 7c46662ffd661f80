package org.yuyin.dataset;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * Where a dataset came from, as its description says.
 *
 * @param collection whose ads it was made of
 * @param imported folder that it was taken from
 * @param seed decided what was drawn by chance
 * @param leftOut ads that could not be described
 * @param added pairs that reviewers accepted
 * @param rejected pairs that reviewers rejected
 */
public record DatasetOrigin(
    Optional<String> collection,
    Optional<String> imported,
    Optional<Long> seed,
    long leftOut,
    long added,
    long rejected) {
  /** Reads the description of a version. */
  public static DatasetOrigin of(DatasetInfo info) {
    var origin = info.description().getJsonObject("origin", new JsonObject());
    var generator = origin.getJsonObject("synthetic", new JsonObject());
    var verdicts = origin.getJsonObject("verdicts");
    return new DatasetOrigin(
        Optional.ofNullable(origin.getString("collection")),
        Optional.ofNullable(origin.getString("imported")),
        Optional.ofNullable(origin.getLong("seed", generator.getLong("seed"))),
        origin.getLong("leftOut", 0L),
        verdicts == null ? 0 : verdicts.getLong("added"),
        verdicts == null ? 0 : verdicts.getJsonArray("rejected").size());
  }

  /** Whether features were made up from the start, without any ads. */
  public boolean madeUp() {
    return collection.isEmpty() && imported.isEmpty();
  }
}
