package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import org.yuyin.evaluation.compare.RunGroup;
import org.yuyin.evaluation.compare.RunGroups;
import org.yuyin.retrieval.ServingRepository.Serving;
import org.yuyin.web.MenuItem;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/**
 * {@code /runs}: every training, how far it is and how good it became; the seeds and folds of one
 * request stand in one line that opens.
 */
final class RunsPage implements Page {
  private final Sources sources;
  private final RunGroups groups;

  RunsPage(Sources sources) {
    this.sources = sources;
    this.groups = new RunGroups(sources.pool());
  }

  @Override
  public String path() {
    return "/runs";
  }

  @Override
  public Optional<MenuItem> menu() {
    return Optional.of(new MenuItem(path(), "menu.runs", "runs"));
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var list = RunList.of(request);
    var listed = groups.list(list.filter(), RunList.SIZE, (list.page() - 1) * RunList.SIZE);
    var choices = groups.choices();
    var serving = sources.serving().current();
    return Future.all(listed, choices, serving)
        .map(
            done -> {
              var served = serving.result().map(Serving::runId);
              var found = listed.result().groups();
              return new View(
                  "runs",
                  Phrase.of("menu.runs"),
                  Map.of(
                      "lines",
                          found.stream()
                              .map(it -> RunGroupLine.of(it, served, sources.methods()))
                              .toList(),
                      "list", list.withTotal(listed.result().total()),
                      "choices", choices.result(),
                      "states", RunList.STATES,
                      "address", list.linkToPage(list.page()),
                      "live", found.stream().anyMatch(RunGroup::live)));
            });
  }
}
