package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yuyin.evaluation.TextTable;
import org.yuyin.media.facts.FactWords;
import org.yuyin.retrieval.PoolItem;
import org.yuyin.retrieval.Recommendations;
import org.yuyin.web.api.FactsJson;

/** A ranked answer as people and programs read it. */
final class RecommendationsText {
  private RecommendationsText() {}

  static String table(Recommendations ranked, boolean ads) {
    var table =
        ads
            ? new TextTable("rank", "score", "ad", "its music", "category")
            : new TextTable("rank", "score", "track", "category", "source", "sound");
    table.words(2, 3, 4);
    if (!ads) {
      table.words(5);
    }
    for (var it : ranked.items()) {
      var item = it.item();
      var cells =
          new ArrayList<>(
              List.of(
                  Integer.toString(it.rank()),
                  String.format(Locale.ROOT, "%.3f", it.score()),
                  (ads ? item.name() : item.title()) + (it.own() ? " (its own)" : ""),
                  ads ? item.title() : item.category(),
                  ads ? item.category() : "ad " + item.name()));
      if (!ads) {
        cells.add(item.facts().map(FactWords::line).orElse("not measured"));
      }
      table.add(cells);
    }
    return "%s of run %d, dataset %s: %,d %s%n%n%s%s%s"
        .formatted(
            ranked.method(),
            ranked.run(),
            ranked.dataset(),
            ranked.pool(),
            ads ? "ads" : "tracks",
            table,
            ranked.unsure().map(why -> "%nUnsure: %s.%n".formatted(why)).orElse(""),
            ranked.substitutes().isEmpty()
                ? ""
                : "%nWeaker extractors in use: %s; see: extractors%n"
                    .formatted(String.join(", ", ranked.substitutes())));
  }

  static JsonObject json(Recommendations ranked) {
    var items = new JsonArray();
    for (var it : ranked.items()) {
      var item = it.item();
      var json =
          JsonObject.of(
              "rank", it.rank(),
              "score", it.score(),
              "track", item.title(),
              "trackKey", item.trackKey(),
              "trackId", item.track().map(PoolItem.CatalogueTrack::id).orElse(null),
              "category", item.category(),
              "mergedCategory", item.mergedCategory(),
              "source", item.name(),
              "synthetic", item.synthetic(),
              "own", it.own());
      items.add(json.put("facts", item.facts().map(FactsJson::of).orElse(null)));
    }
    return JsonObject.of(
        "run", ranked.run(),
        "method", ranked.method(),
        "dataset", ranked.dataset(),
        "pool", ranked.pool(),
        "unsure", ranked.unsure().orElse(null),
        "substitutes", new JsonArray(ranked.substitutes()),
        "items", items);
  }
}
