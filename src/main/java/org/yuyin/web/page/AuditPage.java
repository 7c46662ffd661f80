package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.yuyin.web.Links;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;
import org.yuyin.web.account.Caller;

/** {@code /audit?before=ENTRY&who=NAME}: who did what, the latest first, for owners. */
final class AuditPage implements Page {
  private static final int SIZE = 50;

  private final Sources sources;

  AuditPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/audit";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    Caller.user(request);
    int before = Params.between(request, "before", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    var who = Params.word(request, "who").orElse("");
    var users = sources.accounts().accounts().users().all();
    // One more than is shown says whether there are older ones.
    var found = sources.accounts().accounts().audit().before(before, who, SIZE + 1);
    return Future.all(users, found)
        .map(
            done -> {
              var entries = found.result().stream().limit(SIZE).toList();
              var older = found.result().size() > SIZE ? link(who, entries.getLast().id()) : "";
              var newest = before < Integer.MAX_VALUE ? link(who, Integer.MAX_VALUE) : "";
              return new View(
                  "audit",
                  Phrase.of("account.audit"),
                  Map.of(
                      "entries", entries,
                      "users", users.result(),
                      "who", who,
                      "older", older,
                      "newest", newest));
            });
  }

  private static String link(String who, long before) {
    return "/audit?" + Links.parameter("who", who) + "&before=" + before;
  }
}
