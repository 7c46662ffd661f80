package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import org.yuyin.catalogue.AdFilter;
import org.yuyin.web.MenuItem;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /}: what there is, how good the model in service is, what runs, what to do next. */
final class HomePage implements Page {
  private static final int RECENT_UPLOADS = 5;

  private final Sources sources;

  HomePage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public Optional<MenuItem> menu() {
    return Optional.of(new MenuItem(path(), "Home", "home"));
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var catalogue = sources.catalogue();
    var counts = catalogue.counts();
    var merged = catalogue.mergedCategories();
    var uploads = catalogue.ads(AdFilter.all().inState("uploaded"), RECENT_UPLOADS, 0);
    return Future.all(counts, merged, uploads)
        .map(
            done -> {
              var colours = new CategoryColours(merged.result());
              var groups = CategoryGroup.group(counts.result().categories(), colours);
              var facts = new HomeFacts(counts.result(), groups, uploads.result());
              return new View("home", "Home", Map.of("home", facts));
            });
  }
}
