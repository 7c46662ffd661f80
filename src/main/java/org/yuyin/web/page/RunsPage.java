package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.retrieval.ServingRepository.Serving;
import org.yuyin.training.RunCard;
import org.yuyin.web.MenuItem;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /runs}: every training, how far it is and how good it became. */
final class RunsPage implements Page {
  private static final int SIZE = 50;
  private static final int LAST_PAGE = 100_000;

  private final Sources sources;

  RunsPage(Sources sources) {
    this.sources = sources;
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
    var page = Params.between(request, "page", 1, LAST_PAGE, 1);
    var runs = sources.runs().newest(SIZE, (page - 1) * SIZE);
    var count = sources.runs().count();
    var serving = sources.serving().current();
    var evaluations =
        runs.compose(
            found ->
                sources.evaluations().find(found.stream().map(RunCard::id).toList(), Split.TEST));
    return Future.all(runs, count, serving, evaluations)
        .map(
            done ->
                new View(
                    "runs",
                    Phrase.of("menu.runs"),
                    Map.of(
                        "lines", lines(runs.result(), evaluations.result(), serving.result()),
                        "live", runs.result().stream().anyMatch(RunCard::live),
                        "page", page,
                        "pages", Math.max(1, (count.result() + SIZE - 1) / SIZE))));
  }

  private static List<RunLine> lines(
      List<RunCard> runs, Map<Long, Evaluation> evaluations, Optional<Serving> serving) {
    return runs.stream()
        .map(
            run ->
                new RunLine(
                    run,
                    Optional.ofNullable(evaluations.get(run.id())),
                    serving.filter(now -> now.runId() == run.id()).isPresent()))
        .toList();
  }
}
