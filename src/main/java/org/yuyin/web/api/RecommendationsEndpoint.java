package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.ranking.Question;
import org.yuyin.web.ranking.RankedTrack;
import org.yuyin.web.ranking.Ranking;
import org.yuyin.web.ranking.RankingDesk;

/**
 * {@code GET /api/v1/ads/ID/recommendations?top=10&tempo=90-120&vocal=no}: ranked music for an ad,
 * of what passes the filter. Waits for the ranking; when that takes long, answers 202 with the
 * stage and asks to come again.
 */
final class RecommendationsEndpoint implements Endpoint {
  private static final int USUAL = 10;
  private static final long PATIENCE_MS = 25_000;
  private static final String COME_AGAIN_SECONDS = "2";

  private final RankingDesk desk;

  RecommendationsEndpoint(RankingDesk desk) {
    this.desk = desk;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/ads/:adId/recommendations").handler(this::recommend);
  }

  private void recommend(RoutingContext request) {
    var adId = Params.id(request, "adId");
    var top = Params.between(request, "top", 1, RankingDesk.MOST, USUAL);
    var task = desk.ask(new Question(adId, Params.music(request), Params.run(request, "run")));
    // A ranking that fails is an end, too.
    Future.any(task.ranking().otherwiseEmpty(), after(request.vertx()))
        .onComplete(
            any -> {
              if (!task.ranking().isComplete()) {
                comeAgain(request, task);
              } else if (task.ranking().succeeded()) {
                request.json(json(adId, task.ranking().result().first(top)));
              } else {
                request.fail(task.ranking().cause());
              }
            });
  }

  private static void comeAgain(RoutingContext request, RankingDesk.Task task) {
    request.response().setStatusCode(202).putHeader("Retry-After", COME_AGAIN_SECONDS);
    request.json(JsonObject.of("state", task.stage().name().toLowerCase(java.util.Locale.ROOT)));
  }

  private static JsonObject json(long adId, Ranking ranking) {
    var tracks = new JsonArray();
    ranking.tracks().forEach(track -> tracks.add(json(track)));
    return new JsonObject()
        .put("ad", adId)
        .put("run", ranking.runId())
        .put("method", ranking.method())
        .put("pool", ranking.pool())
        .put("pictureSeconds", ranking.pictureSeconds())
        .put("rankingSeconds", ranking.rankingSeconds())
        .put("unsure", ranking.unsure().orElse(null))
        .put("weakerExtractors", new JsonArray(ranking.weaker()))
        .put("tracks", tracks);
  }

  private static JsonObject json(RankedTrack track) {
    return new JsonObject()
        .put("rank", track.place())
        .put("track", track.trackId())
        .put("title", track.title())
        .put("score", track.score())
        .put("category", track.category().orElse(null))
        .put("mergedCategory", track.mergedCategory().orElse(null))
        .put("uploaded", track.uploaded())
        .put("source", track.source().orElse(null))
        .put("synthetic", track.synthetic())
        .put("audio", track.audio())
        .put("facts", track.facts().map(FactsJson::of).orElse(null));
  }

  private static Future<Void> after(Vertx vertx) {
    var promise = Promise.<Void>promise();
    vertx.setTimer(PATIENCE_MS, timer -> promise.complete());
    return promise.future();
  }
}
