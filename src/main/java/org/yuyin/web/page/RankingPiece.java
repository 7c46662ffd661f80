package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.yuyin.web.Params;
import org.yuyin.web.Sources;
import org.yuyin.web.View;
import org.yuyin.web.ranking.Question;
import org.yuyin.web.ranking.Ranking;
import org.yuyin.web.ranking.RankingDesk;

/**
 * {@code /recommend/ID/ranking}: the list beside the screen. Waits a moment for the ranking; when
 * it takes longer, gives the stage it is at, and that piece asks again by itself.
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
    var question = new Question(adId, Params.music(request), Params.run(request));
    var task = sources.desk().ask(question);
    return Future.any(task.ranking(), after(request.vertx()))
        .transform(
            any ->
                task.ranking().isComplete()
                    ? task.ranking().compose(this::ready)
                    : Future.succeededFuture(waiting(adId, task)));
  }

  private Future<View> ready(Ranking ranking) {
    return sources
        .catalogue()
        .mergedCategories()
        .map(
            merged ->
                View.piece(
                    "ranking",
                    Map.of(
                        "ranking", ranking.first(SHOWN), "colours", new CategoryColours(merged))));
  }

  private static View waiting(long adId, RankingDesk.Task task) {
    return View.piece("ranking-waiting", Map.of("adId", adId, "stage", task.stage().name()));
  }

  private static Future<Void> after(Vertx vertx) {
    var promise = Promise.<Void>promise();
    vertx.setTimer(PATIENCE_MS, timer -> promise.complete());
    return promise.future();
  }
}
