package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yuyin.web.Params;
import org.yuyin.web.Sources;
import org.yuyin.web.View;
import org.yuyin.web.ranking.Question;
import org.yuyin.web.ranking.Ranking;
import org.yuyin.web.ranking.RankingDesk;

/**
 * {@code /recommend/ID/ranking?tempo=90-120&run=12&compare=7}: the list beside the screen, or the
 * lists of two models side by side. Waits a moment for the ranking; when it takes longer, gives the
 * stage it is at, and that piece asks again by itself.
 */
final class RankingPiece implements Page {
  private static final int SHOWN = 10;
  private static final long PATIENCE_MS = 600;

  private final Sources sources;

  RankingPiece(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/recommend/:adId/ranking";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var adId = Params.id(request, "adId");
    var music = Params.music(request);
    var first = sources.desk().ask(new Question(adId, music, Params.queryId(request, "run")));
    var second =
        Params.queryId(request, "compare")
            .map(run -> sources.desk().ask(new Question(adId, music, Optional.of(run))));
    var all = second.map(other -> List.of(first, other)).orElse(List.of(first));
    var ready = Future.all(all.stream().map(RankingDesk.Task::ranking).toList());
    return Future.any(ready, after(request.vertx()))
        .transform(
            any ->
                ready.isComplete()
                    ? ready.compose(done -> ready(first, second))
                    : Future.succeededFuture(waiting(request, adId, first)));
  }

  private Future<View> ready(RankingDesk.Task first, Optional<RankingDesk.Task> second) {
    return sources
        .catalogue()
        .mergedCategories()
        .map(CategoryColours::new)
        .map(
            colours ->
                second
                    .map(other -> compared(first, other, colours))
                    .orElseGet(
                        () ->
                            View.piece(
                                "ranking", Map.of("ranking", shown(first), "colours", colours))));
  }

  private static View compared(
      RankingDesk.Task first, RankingDesk.Task second, CategoryColours colours) {
    var lists = List.of(shown(first), shown(second));
    return View.piece("ranking-compared", Map.of("rankings", lists, "colours", colours));
  }

  private static Ranking shown(RankingDesk.Task task) {
    return task.ranking().result().first(SHOWN);
  }

  private static View waiting(RoutingContext request, long adId, RankingDesk.Task task) {
    var query = Objects.requireNonNullElse(request.request().query(), "");
    return View.piece(
        "ranking-waiting", Map.of("adId", adId, "stage", task.stage().name(), "query", query));
  }

  private static Future<Void> after(Vertx vertx) {
    var promise = Promise.<Void>promise();
    vertx.setTimer(PATIENCE_MS, timer -> promise.complete());
    return promise.future();
  }
}
