package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.DatasetOrigin;
import org.yuyin.dataset.DatasetReference;
import org.yuyin.web.Phrase;
import org.yuyin.web.Refusal;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /data/NAME@VERSION}: what a dataset holds and where it came from. */
final class DatasetPage implements Page {
  private final Sources sources;

  DatasetPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/data/:dataset";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var wanted = request.pathParam("dataset");
    var dataset =
        sources
            .datasets()
            .find(DatasetReference.parse(wanted))
            .map(Refusal.unlessFound("dataset", wanted));
    var all = sources.datasets().list();
    var runs = sources.runs().countByDataset();
    var merged = sources.catalogue().mergedCategories();
    return Future.all(dataset, all, runs, merged)
        .map(
            done ->
                new View(
                    "dataset",
                    Phrase.name(dataset.result().label()),
                    Map.of(
                        "line", DatasetLine.of(dataset.result(), all.result(), runs.result()),
                        "origin", DatasetOrigin.of(dataset.result()),
                        "versions", versions(dataset.result(), all.result()),
                        "colours", new CategoryColours(merged.result()))));
  }

  /** Every version of that name, the newest first. */
  private static List<DatasetInfo> versions(DatasetInfo of, List<DatasetInfo> all) {
    return all.stream()
        .filter(other -> other.name().equals(of.name()))
        .sorted(Comparator.comparingInt(DatasetInfo::version).reversed())
        .toList();
  }
}
