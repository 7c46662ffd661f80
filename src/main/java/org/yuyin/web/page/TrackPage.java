package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.yuyin.catalogue.AdFilter;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Refusal;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /music/ID}: a track, what was measured of it, where it is used, what is like it. */
final class TrackPage implements Page {
  private static final int MOST_ADS = 24;

  private final Sources sources;

  TrackPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/music/:trackId";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var id = Params.id(request, "trackId");
    var track = sources.music().track(id).map(Refusal.unlessFound("track", id));
    var measured = sources.sounds().ofTrack(id);
    var ads = sources.catalogue().ads(AdFilter.all().withTrack(id), MOST_ADS, 0);
    var merged = sources.catalogue().mergedCategories();
    return Future.all(track, measured, ads, merged)
        .map(
            done ->
                new View(
                    "track",
                    Phrase.name(track.result().title()),
                    Map.of(
                        "track", track.result(),
                        "curves", measured.result().map(it -> SoundChart.of(it.curves())),
                        "ads", ads.result(),
                        "datasets", List.of(),
                        "today", LocalDate.now(ZoneOffset.UTC),
                        "colours", new CategoryColours(merged.result()))));
  }
}
