package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuyin.training.RunCard;
import org.yuyin.web.MenuItem;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;
import org.yuyin.web.review.Reviewer;

/** {@code /review}: the queues with how far they are, and the form that makes another. */
final class ReviewPage implements Page {
  private static final int QUEUES = 100;
  private static final int RUNS = 50;
  private static final List<Integer> PLACES = List.of(1, 2, 3, 5, 10);

  private final Sources sources;

  ReviewPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/review";
  }

  @Override
  public Optional<MenuItem> menu() {
    return Optional.of(new MenuItem(path(), "menu.review", "review"));
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var reviewer = Reviewer.of(request);
    var lines = sources.review().tasks().newest(QUEUES, reviewer.orElse(""));
    var collections = sources.catalogue().collections();
    var runs = sources.runs().newest(RUNS, 0);
    return Future.all(lines, collections, runs)
        .map(
            done ->
                new View(
                    "review",
                    Phrase.of("menu.review"),
                    Map.of(
                        "reviewer", reviewer,
                        "lines", lines.result(),
                        "collections", collections.result(),
                        "runs", runs.result().stream().filter(RunCard::servable).toList(),
                        "places", PLACES)));
  }
}
