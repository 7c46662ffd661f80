package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yuyin.catalogue.Categories;
import org.yuyin.catalogue.FineCategory;
import org.yuyin.catalogue.MergeChange;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/**
 * {@code /categories}: how many ads each category has before and after merging (Fig. 2 of the
 * paper), and forms that change what is merged; {@code ?category=} or {@code ?merged=} fills one of
 * them in.
 */
final class CategoriesPage implements Page {
  private final Sources sources;
  private final Categories categories;

  CategoriesPage(Sources sources) {
    this.sources = sources;
    this.categories = new Categories(sources.pool());
  }

  @Override
  public String path() {
    return "/categories";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var all = categories.all();
    var without = sources.catalogue().withoutCategory();
    return Future.all(all, without)
        .map(
            done ->
                new View(
                    "categories",
                    Phrase.of("categories.title"),
                    Map.of(
                        "categories", all.result(),
                        "groups", groups(all.result()),
                        "colours", colours(all.result()),
                        "without", without.result(),
                        "category", Params.word(request, "category").orElse(""),
                        "merged", Params.word(request, "merged").orElse(""),
                        "longest", MergeChange.LONGEST)));
  }

  private static CategoryColours colours(List<FineCategory> all) {
    return new CategoryColours(all.stream().map(FineCategory::merged).distinct().sorted().toList());
  }

  /** Merged categories, the largest first. */
  private static List<CategoryGroup> groups(List<FineCategory> all) {
    return CategoryGroup.group(all.stream().map(FineCategory::counts).toList(), colours(all))
        .stream()
        .sorted(
            Comparator.comparingLong(CategoryGroup::found)
                .reversed()
                .thenComparing(CategoryGroup::name))
        .toList();
  }
}
