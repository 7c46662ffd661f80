package org.yuyin.app;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yuyin.catalogue.IngestReport;
import org.yuyin.catalogue.IngestReport.CategoryCount;
import org.yuyin.evaluation.TextTable;

/** The filter report as people read it. */
final class IngestTable {
  private static final Map<String, String> REASONS =
      Map.of(
          "speech_only", "speech only",
          "silent", "silent",
          "no_audio", "no sound track",
          "too_little_music", "too little music",
          "unreadable", "not readable");

  private IngestTable() {}

  static String of(IngestReport report) {
    return "Collection %s: %,d files found, %,d left out, %,d duplicates, %,d ads with %,d pieces of music\n\n"
            .formatted(
                report.collection(),
                report.found(),
                report.excludedAds(),
                report.duplicates(),
                report.included(),
                report.tracks())
        + reasons(report)
        + categories(report)
        + "\n"
        + merged(report.categories());
  }

  private static String reasons(IngestReport report) {
    if (report.excluded().isEmpty()) {
      return "";
    }
    var table = new TextTable("left out", "ads");
    report
        .excluded()
        .forEach(
            it ->
                table.add(
                    REASONS.getOrDefault(it.reason(), it.reason()), "%,d".formatted(it.ads())));
    return table + "\n";
  }

  private static String categories(IngestReport report) {
    var table = new TextTable("category", "merged into", "before", "after the filter").words(1);
    report
        .categories()
        .forEach(
            it ->
                table.add(
                    it.name(),
                    it.merged(),
                    "%,d".formatted(it.before()),
                    "%,d".formatted(it.after())));
    return table.toString();
  }

  private static String merged(Collection<CategoryCount> categories) {
    var before = new LinkedHashMap<String, Long>();
    var after = new LinkedHashMap<String, Long>();
    for (var it : categories) {
      before.merge(it.merged(), it.before(), Long::sum);
      after.merge(it.merged(), it.after(), Long::sum);
    }
    var table = new TextTable("merged category", "before", "after the filter");
    before.forEach(
        (name, count) ->
            table.add(name, "%,d".formatted(count), "%,d".formatted(after.getOrDefault(name, 0L))));
    return table.toString();
  }
}
