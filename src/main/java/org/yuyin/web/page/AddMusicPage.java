package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /music/add}: takes music by itself, files or folders, with a table of licences. */
final class AddMusicPage implements Page {
  private final Sources sources;

  AddMusicPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/music/add";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    return Future.succeededFuture(
        new View(
            "music-add",
            Phrase.of("own.add"),
            Map.of("limitBytes", sources.settings().uploadLimitBytes())));
  }
}
