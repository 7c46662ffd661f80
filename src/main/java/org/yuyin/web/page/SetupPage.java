package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.yuyin.account.Passwords;
import org.yuyin.account.User;
import org.yuyin.web.Phrase;
import org.yuyin.web.Refusal;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /setup}: makes the owner; there only while there is nobody. */
final class SetupPage implements Page {
  private final Sources sources;

  SetupPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/setup";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    return sources
        .accounts()
        .accounts()
        .users()
        .any()
        .map(
            any -> {
              if (any) {
                throw Refusal.notFound(Phrase.of("account.setUpAlready"));
              }
              return new View(
                  "setup",
                  Phrase.of("account.setUp"),
                  Map.of("shortest", Passwords.SHORTEST, "longestName", User.LONGEST_NAME));
            });
  }
}
