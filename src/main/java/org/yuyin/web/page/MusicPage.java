package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuyin.catalogue.TrackQuery;
import org.yuyin.catalogue.UploadedTracks;
import org.yuyin.web.MenuItem;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /music}: every track with its facts, to be filtered, sorted and heard. */
final class MusicPage implements Page {
  private final Sources sources;

  MusicPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/music";
  }

  @Override
  public Optional<MenuItem> menu() {
    return Optional.of(new MenuItem(path(), "menu.music", "music"));
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var list = MusicList.of(request);
    var tracks =
        sources.music().tracks(list.query(), MusicList.SIZE, (list.page() - 1) * MusicList.SIZE);
    var total = sources.music().count(list.query());
    var categories = sources.catalogue().categories();
    var merged = sources.catalogue().mergedCategories();
    var describing = sources.jobs().latest(UploadedTracks.DESCRIBE);
    var platforms = sources.music().platforms();
    var territories = sources.music().territories();
    return Future.all(
            List.of(tracks, total, categories, merged, describing, platforms, territories))
        .map(
            done -> {
              var colours = new CategoryColours(merged.result());
              return new View(
                  "music",
                  Phrase.of("menu.music"),
                  Map.of(
                      "list", list.withTotal(total.result()),
                      "tracks", tracks.result(),
                      "orders", Params.words(TrackQuery.Order.class),
                      "describing", describing.result(),
                      "platforms", platforms.result(),
                      "territories", territories.result(),
                      "groups", CategoryGroup.group(categories.result(), colours),
                      "colours", colours));
            });
  }
}
