package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.yuyin.account.Passwords;
import org.yuyin.account.Role;
import org.yuyin.account.User;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;
import org.yuyin.web.account.Caller;

/** {@code /users}: who may sign in, for owners. */
final class UsersPage implements Page {
  private final Sources sources;

  UsersPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/users";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var self = Caller.user(request);
    return sources
        .accounts()
        .accounts()
        .users()
        .all()
        .map(
            users ->
                new View(
                    "users",
                    Phrase.of("account.users"),
                    Map.of(
                        "self",
                        self.id(),
                        "users",
                        users,
                        "roles",
                        List.of(Role.values()),
                        "shortest",
                        Passwords.SHORTEST,
                        "longestName",
                        User.LONGEST_NAME)));
  }
}
