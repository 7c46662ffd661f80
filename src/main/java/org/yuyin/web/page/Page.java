package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.yuyin.web.MenuItem;
import org.yuyin.web.View;

/** A page, or a piece of one that is fetched by itself. Reads, never changes anything. */
public interface Page {
  /** Its route, such as {@code /runs/:runId}. */
  String path();

  /** Its entry in the menu; empty for pages that are reached from others. */
  default Optional<MenuItem> menu() {
    return Optional.empty();
  }

  /** What to show. Runs on the event loop, so it must not block. */
  Future<View> show(RoutingContext request);
}
