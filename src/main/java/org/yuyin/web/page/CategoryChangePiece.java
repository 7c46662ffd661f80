package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.yuyin.catalogue.Categories;
import org.yuyin.catalogue.MergeChange;
import org.yuyin.web.Params;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/**
 * {@code /categories/change?kind=move&subject=food&into=groceries}: what a change of merging would
 * do, with the button that makes it.
 */
final class CategoryChangePiece implements Page {
  private final Categories categories;

  CategoryChangePiece(Sources sources) {
    this.categories = new Categories(sources.pool());
  }

  @Override
  public String path() {
    return "/categories/change";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var change =
        new MergeChange(
            Params.choice(request, "kind", MergeChange.Kind.class, MergeChange.Kind.MOVE),
            Params.word(request, "subject").orElse(""),
            Params.word(request, "into").orElse(""));
    return categories
        .preview(change)
        .map(preview -> View.piece("category-change", Map.of("preview", preview)));
  }
}
