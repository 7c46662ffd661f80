package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yuyin.account.Passwords;
import org.yuyin.account.Role;
import org.yuyin.account.Token;
import org.yuyin.account.Tokens;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;
import org.yuyin.web.account.Caller;

/** {@code /account}: one's own password, where one is signed in, and one's tokens. */
final class AccountPage implements Page {
  private static final List<Integer> LIFETIMES = List.of(30, 90, 365, 0);

  private final Sources sources;

  AccountPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/account";
  }

  /** A token that is in force or was, as the page shows it. */
  public record TokenLine(Token token, boolean live) {}

  @Override
  public Future<View> show(RoutingContext request) {
    var session = Caller.session(request);
    var user = session.user();
    var fresh = sources.accounts().shownOnce().take(session.id());
    var sessions = sources.accounts().accounts().sessions().of(user.id());
    var tokens = sources.accounts().accounts().tokens().of(user.id());
    var now = Instant.now();
    return Future.all(sessions, tokens)
        .map(
            done ->
                new View(
                    "account",
                    Phrase.of("account.title"),
                    Map.of(
                        "session",
                        session,
                        "owner",
                        user.role() == Role.OWNER,
                        "sessions",
                        sessions.result(),
                        "tokens",
                        tokens.result().stream()
                            .map(token -> new TokenLine(token, token.liveAt(now)))
                            .toList(),
                        "fresh",
                        fresh,
                        "changed",
                        Params.word(request, "changed").isPresent(),
                        "roles",
                        Arrays.stream(Role.values()).filter(user.role()::includes).toList(),
                        "lifetimes",
                        LIFETIMES,
                        "shortest",
                        Passwords.SHORTEST,
                        "longestName",
                        Tokens.LONGEST_NAME)));
  }
}
