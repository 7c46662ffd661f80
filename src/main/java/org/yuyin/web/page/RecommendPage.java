package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import org.yuyin.catalogue.AdFilter;
import org.yuyin.web.MenuItem;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /recommend}: the place to drop an ad, the latest uploads, and some of the catalogue. */
final class RecommendPage implements Page {
  private static final int SHOWN = 12;

  private final Sources sources;

  RecommendPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/recommend";
  }

  @Override
  public Optional<MenuItem> menu() {
    return Optional.of(new MenuItem(path(), "menu.recommend", "recommend"));
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var catalogue = sources.catalogue();
    var uploads = catalogue.ads(AdFilter.all().inState("uploaded"), SHOWN, 0);
    var ads = catalogue.ads(AdFilter.all().inState("included"), SHOWN, 0);
    var merged = catalogue.mergedCategories();
    return Future.all(uploads, ads, merged)
        .map(
            done ->
                new View(
                    "recommend",
                    Phrase.of("menu.recommend"),
                    Map.of(
                        "uploads", uploads.result(),
                        "ads", ads.result(),
                        "colours", new CategoryColours(merged.result()),
                        "limitBytes", sources.settings().uploadLimitBytes())));
  }
}
