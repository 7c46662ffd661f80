package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.yuyin.web.Params;
import org.yuyin.web.Sources;
import org.yuyin.web.View;
import org.yuyin.web.ranking.Leaning;

/** {@code /music/ID/advice?leaning=calmer}: what the model in service knows about a track. */
final class TrackAdvicePiece implements Page {
  private static final int MOST_TRACKS = 8;
  private static final int MOST_ADS = 6;

  private final Sources sources;

  TrackAdvicePiece(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/music/:trackId/advice";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var id = Params.id(request, "trackId");
    var leaning = Params.choice(request, "leaning", Leaning.class, Leaning.ANY);
    var like = sources.advisor().like(id, leaning, MOST_TRACKS);
    var ads = sources.advisor().adsFor(id, MOST_ADS);
    var merged = sources.catalogue().mergedCategories();
    return Future.all(like, ads, merged)
        .map(
            done ->
                View.piece(
                    "track-advice",
                    Map.of(
                        "trackId",
                        id,
                        "tracks",
                        like.result(),
                        "ads",
                        ads.result(),
                        "leaning",
                        leaning,
                        "leanings",
                        Leaning.values(),
                        "colours",
                        new CategoryColours(merged.result()))));
  }
}
