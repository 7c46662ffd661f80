package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.yuyin.account.Actor;
import org.yuyin.account.SignIn;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Phrase;
import org.yuyin.web.Refusal;
import org.yuyin.web.account.AccountDesk;

/** {@code POST /setup}: makes the first user, the owner, and signs them in. */
final class SetupEndpoint implements Endpoint {
  private static final long LONGEST_FORM = 10_000;

  private final AccountDesk desk;

  SetupEndpoint(AccountDesk desk) {
    this.desk = desk;
  }

  @Override
  public void mount(Router router) {
    router
        .post("/setup")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(this::setUp);
  }

  private void setUp(RoutingContext request) {
    var form = new Form(request);
    var name = form.needed("name");
    var password = form.secret("password");
    var browser = desk.browser(request);
    desk.accounts()
        .administration()
        .setUp(name, password, new Actor(name, "set-up", browser.address()))
        .compose(user -> desk.accounts().signIn().attempt(user.name(), password, browser))
        .compose(SetupEndpoint::secret)
        .onSuccess(
            secret -> {
              desk.cookie().write(request, secret);
              Replies.reload(request, "/account", JsonObject.of("user", name));
            })
        .onFailure(request::fail);
  }

  private static Future<String> secret(SignIn.Outcome outcome) {
    return outcome instanceof SignIn.Welcome(var user, var secret)
        ? Future.succeededFuture(secret)
        : Future.failedFuture(Refusal.unauthenticated(Phrase.of("account.signInFirst")));
  }
}
