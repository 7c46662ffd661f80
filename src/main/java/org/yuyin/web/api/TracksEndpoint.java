package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.catalogue.Licence;
import org.yuyin.catalogue.MusicView;
import org.yuyin.catalogue.TrackCard;
import org.yuyin.catalogue.TrackQuery;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;
import org.yuyin.web.ranking.TrackAdvisor;
import org.yuyin.web.ranking.TrackAdvisor.SuitedAd;

/**
 * {@code GET /api/v1/tracks} lists music, the newest first, {@code GET /api/v1/tracks/ID} tells a
 * piece of it, and {@code …/ID/recommendations} ads that it suits. See {@link Cursor} for pages.
 */
final class TracksEndpoint implements Endpoint {
  private static final int USUAL = 10;
  private static final int MOST = 100;
  private static final String ONE = "/api/v1/tracks/:trackId";

  private final MusicView music;
  private final TrackAdvisor advisor;

  TracksEndpoint(MusicView music, TrackAdvisor advisor) {
    this.music = music;
    this.advisor = advisor;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/tracks").handler(request -> JsonReply.send(request, list(request)));
    router.get(ONE).handler(request -> JsonReply.send(request, show(request)));
    router
        .get(ONE + "/recommendations")
        .handler(request -> JsonReply.send(request, recommend(request)));
  }

  private Future<JsonObject> list(RoutingContext request) {
    var cursor = Cursor.of(request);
    var query =
        new TrackQuery(
            Params.word(request, "q"),
            Params.word(request, "category"),
            Params.range(request, "length"),
            Params.music(request),
            Params.choice(request, "source", TrackQuery.Source.class, TrackQuery.Source.ANY),
            TrackQuery.Order.NEWEST);
    return music
        .tracksBelow(cursor.below(), query, cursor.fetch())
        .map(tracks -> cursor.page(tracks, TrackCard::id, TracksEndpoint::json));
  }

  private Future<JsonObject> show(RoutingContext request) {
    return track(request).map(TracksEndpoint::json);
  }

  private Future<JsonObject> recommend(RoutingContext request) {
    int top = Params.between(request, "top", 1, MOST, USUAL);
    return track(request)
        .compose(track -> advisor.adsFor(track.id(), top))
        .map(ads -> new JsonArray(ads.stream().map(TracksEndpoint::json).toList()))
        .map(ads -> JsonObject.of("track", Params.id(request, "trackId"), "ads", ads));
  }

  private Future<TrackCard> track(RoutingContext request) {
    var id = Params.id(request, "trackId");
    return music.track(id).map(Refusal.unlessFound("track", id));
  }

  private static JsonObject json(SuitedAd ad) {
    return JsonObject.of("ad", ad.adId(), "name", ad.name(), "score", ad.score());
  }

  private static JsonObject json(TrackCard track) {
    return new JsonObject()
        .put("id", track.id())
        .put("title", track.title())
        .put("artist", track.artist().orElse(null))
        .put("uploaded", track.uploaded())
        .put("category", track.category().orElse(null))
        .put("mergedCategory", track.mergedCategory().orElse(null))
        .put("ads", track.ads())
        .put("synthetic", track.synthetic())
        .put("facts", track.facts().map(FactsJson::of).orElse(null))
        .put("licence", track.licence().map(TracksEndpoint::json).orElse(null))
        .put("self", "/api/v1/tracks/" + track.id())
        .put("audio", track.audio());
  }

  private static JsonObject json(Licence licence) {
    return new JsonObject()
        .put("platforms", new JsonArray(licence.platforms().stream().sorted().toList()))
        .put("territories", new JsonArray(licence.territories().stream().sorted().toList()))
        .put("from", licence.from().map(String::valueOf).orElse(null))
        .put("until", licence.until().map(String::valueOf).orElse(null))
        .put("terms", licence.terms());
  }
}
