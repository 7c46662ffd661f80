package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuyin.catalogue.AdFilter;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.web.MenuItem;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.View;

/** {@code /ads}: every ad with its picture and music, and why some were left out. */
final class AdsPage implements Page {
  private final CatalogueView catalogue;

  AdsPage(CatalogueView catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public String path() {
    return "/ads";
  }

  @Override
  public Optional<MenuItem> menu() {
    return Optional.of(new MenuItem(path(), "menu.ads", "ads"));
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var list = AdList.of(request);
    var total = catalogue.count(list.filter());
    var ads = catalogue.ads(list.filter(), AdList.SIZE, (list.page() - 1) * AdList.SIZE);
    var categories = catalogue.categories();
    var merged = catalogue.mergedCategories();
    var collections = catalogue.collections();
    return Future.all(total, ads, categories, merged, collections)
        .map(
            done -> {
              var colours = new CategoryColours(merged.result());
              return new View(
                  "ads",
                  Phrase.of("menu.ads"),
                  Map.of(
                      "list", list.withTotal(total.result()),
                      "ads", ads.result(),
                      "groups", CategoryGroup.group(categories.result(), colours),
                      "colours", colours,
                      "orders", Params.words(AdFilter.Order.class),
                      "labels", List.of("person", "source", "none"),
                      "splits", List.of("train", "evaluation", "test"),
                      "collections", collections.result()));
            });
  }
}
