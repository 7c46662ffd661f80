package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuyin.dataset.DatasetRequest;
import org.yuyin.web.MenuItem;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /data}: the datasets that there are, those being made, and a form that makes one. */
final class DataPage implements Page {
  private static final int JOBS_TOLD = 5;

  private final Sources sources;

  DataPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/data";
  }

  @Override
  public Optional<MenuItem> menu() {
    return Optional.of(new MenuItem(path(), "menu.data", "data"));
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var datasets = sources.datasets().list();
    var runs = sources.runs().countByDataset();
    var jobs = sources.jobs().latest(DatasetRequest.JOB_TYPE, JOBS_TOLD).map(DatasetJobLine::of);
    var collections = sources.catalogue().collections();
    var fields =
        request.vertx().executeBlocking(() -> ExtractorField.all(sources.extractors()), false);
    return Future.all(List.of(datasets, runs, jobs, collections, fields))
        .map(
            done ->
                new View(
                    "data",
                    Phrase.of("menu.data"),
                    Map.of(
                        "datasets", DatasetLine.newest(datasets.result(), runs.result()),
                        "jobs", jobs.result(),
                        "live", jobs.result().stream().anyMatch(line -> line.job().live()),
                        "collections", collections.result(),
                        "fields", fields.result())));
  }
}
