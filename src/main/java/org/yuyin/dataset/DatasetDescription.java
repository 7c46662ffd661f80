package org.yuyin.dataset;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.yuyin.feature.Modality;

/** What a dataset's row says about its content: counts, widths, origin. */
final class DatasetDescription {
  private DatasetDescription() {}

  /**
   * {@code tracks}, {@code splits}, {@code categories} and {@code mergedCategories} (pairs by
   * name), {@code widths} (by modality), {@code origin}.
   */
  static JsonObject of(List<Pair> pairs, Map<Modality, FeatureMatrix> features, JsonObject origin) {
    var widths = new JsonObject();
    for (var modality : Modality.values()) {
      var matrix = features.get(modality);
      if (matrix != null) {
        widths.put(modality.key(), matrix.width());
      }
    }
    return new JsonObject()
        .put("tracks", pairs.stream().map(Pair::trackId).distinct().count())
        .put("splits", counts(pairs, pair -> pair.split().key()))
        .put("categories", counts(pairs, Pair::category))
        .put("mergedCategories", counts(pairs, Pair::mergedCategory))
        .put("widths", widths)
        .put("origin", origin);
  }

  private static JsonObject counts(List<Pair> pairs, Function<Pair, String> of) {
    var counts = new TreeMap<String, Integer>();
    pairs.forEach(pair -> counts.merge(of.apply(pair), 1, Integer::sum));
    var json = new JsonObject();
    counts.forEach(json::put);
    return json;
  }
}
