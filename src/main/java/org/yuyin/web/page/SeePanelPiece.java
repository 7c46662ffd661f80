package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import org.yuyin.web.Refusal;
import org.yuyin.web.Sources;
import org.yuyin.web.View;
import org.yuyin.web.see.SeeChoice;
import org.yuyin.web.see.SeeDesk;

/** {@code /see/panel?run=…}: one model's picture, how far it is, or the button that draws it. */
final class SeePanelPiece implements Page {
  private final Sources sources;
  private final SeeDesk desk;

  SeePanelPiece(Sources sources) {
    this.sources = sources;
    this.desk = sources.see();
  }

  @Override
  public String path() {
    return "/see/panel";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var choice = SeeChoice.of(request);
    long id = choice.run().orElseThrow(() -> Refusal.badRequest("\"run\" is missing."));
    var run = sources.runs().run(id);
    var state = desk.state(choice.request(id));
    return Future.all(run, state)
        .map(
            done -> {
              var values = new HashMap<String, Object>();
              values.put("choice", choice);
              values.put(
                  "run",
                  run.result()
                      .orElseThrow(() -> Refusal.notFound("There is no run %d.".formatted(id))));
              values.put("state", state.result());
              state.result().stored().ifPresent(it -> values.put("numbers", it.summary().getMap()));
              return View.piece("see-panel", Map.copyOf(values));
            });
  }
}
