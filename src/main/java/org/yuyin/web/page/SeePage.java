package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuyin.evaluation.projection.ProjectionKind;
import org.yuyin.training.RunCard;
import org.yuyin.web.MenuItem;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;
import org.yuyin.web.see.SeeChoice;

/** {@code /see}: the common space of one or two models, laid out in a plane. */
final class SeePage implements Page {
  private final Sources sources;

  SeePage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/see";
  }

  @Override
  public Optional<MenuItem> menu() {
    return Optional.of(new MenuItem(path(), "menu.see", "see"));
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var asked = SeeChoice.of(request);
    var runs = sources.runs().withModel();
    var serving = sources.serving().current();
    return Future.all(runs, serving)
        .map(
            done -> {
              var newest = runs.result().stream().map(RunCard::id).findFirst();
              var usual = serving.result().map(now -> now.runId()).or(() -> newest);
              return new View(
                  "see",
                  Phrase.of("menu.see"),
                  Map.of(
                      "choice", asked.withRun(usual),
                      "runs", runs.result(),
                      "splits", SeeChoice.SPLITS,
                      "kinds", List.of(ProjectionKind.values()),
                      "sizes", SeeChoice.SIZES));
            });
  }
}
