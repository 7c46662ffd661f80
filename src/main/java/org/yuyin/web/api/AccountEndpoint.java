package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Phrase;
import org.yuyin.web.Refusal;
import org.yuyin.web.account.AccountDesk;
import org.yuyin.web.account.Caller;
import org.yuyin.web.account.Gate;

/**
 * {@code GET /api/v1/account}: who asks, and with which role; {@code POST
 * /api/v1/account/password}: another password, which signs out everywhere else.
 */
final class AccountEndpoint implements Endpoint {
  private static final long LONGEST_FORM = 10_000;

  private final AccountDesk desk;

  AccountEndpoint(AccountDesk desk) {
    this.desk = desk;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/account").handler(AccountEndpoint::show);
    router
        .post("/api/v1/account/password")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(this::changePassword);
  }

  private static void show(RoutingContext request) {
    var user = Caller.user(request);
    var role = Caller.of(request).orElseThrow().role();
    request.json(JsonObject.of("user", user.name(), "role", role.key()));
  }

  private void changePassword(RoutingContext request) {
    var user = Caller.session(request).user();
    var form = new Form(request);
    desk.accounts()
        .administration()
        .changePassword(
            user,
            form.secret("old"),
            form.secret("password"),
            Caller.actor(request),
            desk.browser(request))
        .onSuccess(secret -> answer(request, secret))
        .onFailure(request::fail);
  }

  private void answer(RoutingContext request, Optional<String> secret) {
    if (secret.isEmpty()) {
      request.fail(Refusal.forbidden(Phrase.of("account.oldWrong")));
      return;
    }
    Gate.noted(request);
    desk.cookie().write(request, secret.get());
    Replies.showPage(request, "/account?changed=password", JsonObject.of("changed", true));
  }
}
