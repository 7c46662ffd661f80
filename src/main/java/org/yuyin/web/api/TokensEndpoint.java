package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import org.yuyin.account.Role;
import org.yuyin.account.Tokens;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;
import org.yuyin.web.account.AccountDesk;
import org.yuyin.web.account.Caller;
import org.yuyin.web.account.Gate;

/**
 * {@code POST /api/v1/account/tokens} with name, role and days makes a token and shows it this
 * once; {@code …/tokens/ID/revoke} ends it. In a session only: a token makes no other tokens.
 */
final class TokensEndpoint implements Endpoint {
  private static final long LONGEST_FORM = 2000;
  private static final int MOST_DAYS = 3660;

  private final AccountDesk desk;
  private final Tokens tokens;

  TokensEndpoint(AccountDesk desk) {
    this.desk = desk;
    this.tokens = desk.accounts().tokens();
  }

  @Override
  public void mount(Router router) {
    router
        .post("/api/v1/account/tokens")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(this::create);
    router.post("/api/v1/account/tokens/:tokenId/revoke").handler(this::revoke);
  }

  private void create(RoutingContext request) {
    var session = Caller.session(request);
    var form = new Form(request);
    var role = Role.of(form.word("role").orElse(Role.VIEWER.key()));
    tokens
        .create(session.user(), form.needed("name"), role, lifetime(form), Caller.actor(request))
        .onSuccess(
            token -> {
              Gate.noted(request);
              if (Replies.wantsPage(request)) {
                desk.shownOnce().put(session.id(), token);
              }
              Replies.showPage(request, "/account#tokens", JsonObject.of("token", token));
            })
        .onFailure(request::fail);
  }

  /** Nought days stand for a token that does not expire. */
  private static Optional<Duration> lifetime(Form form) {
    int days = form.number("days", 90);
    if (days < 0 || days > MOST_DAYS) {
      throw Refusal.badRequest(
          "\"days\" is a whole number from 0 (no end) to %d, not \"%d\"."
              .formatted(MOST_DAYS, days));
    }
    return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
  }

  private void revoke(RoutingContext request) {
    var user = Caller.session(request).user();
    var id = Params.id(request, "tokenId");
    tokens
        .revoke(user, id, Caller.actor(request))
        .onSuccess(
            done -> {
              if (!done) {
                request.fail(Refusal.notFound("You have no token %d in force.".formatted(id)));
                return;
              }
              Gate.noted(request);
              Replies.showPage(request, "/account#tokens", JsonObject.of("revoked", id));
            })
        .onFailure(request::fail);
  }
}
