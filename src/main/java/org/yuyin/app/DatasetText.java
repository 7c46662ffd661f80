package org.yuyin.app;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.yuyin.dataset.DatasetContents;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.evaluation.TextTable;

/** Datasets as commands show them. */
final class DatasetText {
  private DatasetText() {}

  /** A table with one line for each version. */
  static String list(List<DatasetInfo> datasets) {
    if (datasets.isEmpty()) {
      return "no datasets yet; make one with: dataset create NAME, or: dataset import DIR --name NAME%n"
          .formatted();
    }
    var table =
        new TextTable("dataset", "pairs", "tracks", "categories", "splits", "made", "hash")
            .words(4, 5, 6);
    for (var info : datasets) {
      table.add(
          info.label() + (info.synthetic() ? " (synthetic)" : ""),
          String.valueOf(info.pairs()),
          String.valueOf(info.description().getValue("tracks")),
          String.valueOf(info.description().getJsonObject("categories").size()),
          counts(info.description().getJsonObject("splits")),
          info.createdAt().toLocalDate().toString(),
          info.contentHash().substring(0, 12));
    }
    return table.toString();
  }

  /** What it holds and where it came from. */
  static String summary(DatasetInfo info) {
    var description = info.description();
    return String.join(
        System.lineSeparator(),
        info.label() + (info.synthetic() ? " (synthetic)" : ""),
        line("pairs", info.pairs()),
        line("different tracks", description.getValue("tracks")),
        line("splits", counts(description.getJsonObject("splits"))),
        line("widths", counts(description.getJsonObject("widths"))),
        line("origin", shortened(description.getJsonObject("origin")).encode()),
        line("content hash", info.contentHash()),
        "");
  }

  /** Rejected pairs are counted, not listed. */
  private static JsonObject shortened(JsonObject origin) {
    var verdicts = origin.getJsonObject("verdicts");
    return verdicts == null
        ? origin
        : origin
            .copy()
            .put(
                "verdicts",
                JsonObject.of(
                    "added", verdicts.getValue("added"),
                    "rejected", verdicts.getJsonArray("rejected").size()));
  }

  private static String line(String what, Object value) {
    return "  %-18s%s".formatted(what, value);
  }

  /** The summary and the counts by category, the largest first. */
  static String show(DatasetInfo info) {
    var contents = DatasetContents.of(info);
    return "%s%n%s%n%s"
        .formatted(
            summary(info),
            table("merged category", contents.mergedCategories()),
            table("category", contents.categories()));
  }

  private static TextTable table(String title, List<DatasetContents.Count> counts) {
    var table = new TextTable(title, "pairs");
    counts.forEach(count -> table.add(count.name(), String.valueOf(count.pairs())));
    return table;
  }

  /** As {@code --json} prints a version. */
  static JsonObject json(DatasetInfo info) {
    return new JsonObject()
        .put("id", info.id())
        .put("name", info.name())
        .put("version", info.version())
        .put("contentHash", info.contentHash())
        .put("pairs", info.pairs())
        .put("synthetic", info.synthetic())
        .put("createdAt", info.createdAt().toString())
        .put("description", info.description());
  }

  private static String counts(JsonObject counts) {
    return counts.stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
