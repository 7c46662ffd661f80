package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /review/ID}: one item after the other, each on the stage. */
final class ReviewTaskPage implements Page {
  private final Sources sources;
  private final ReviewItemPiece piece;

  ReviewTaskPage(Sources sources) {
    this.sources = sources;
    this.piece = new ReviewItemPiece(sources);
  }

  @Override
  public String path() {
    return "/review/:taskId";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    return sources
        .review()
        .task(request)
        .compose(
            task -> {
              sources.review().preparation().begin(task);
              return piece
                  .show(request)
                  .map(shown -> new View("review-task", Phrase.name(task.name()), shown.values()));
            });
  }
}
