package org.yuyin.web.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.yuyin.account.SignIn;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Phrase;
import org.yuyin.web.Refusal;
import org.yuyin.web.account.AccountDesk;
import org.yuyin.web.account.Caller;
import org.yuyin.web.account.Gate;
import org.yuyin.web.account.NextPage;

/**
 * {@code POST /sign-in} with name, password and the page to go on to; {@code POST /sign-out}; and
 * {@code POST /api/v1/account/sign-out-everywhere}.
 */
final class SignInEndpoint implements Endpoint {
  private static final long LONGEST_FORM = 10_000;
  private static final String PAGE = "/sign-in";

  private final AccountDesk desk;
  private final SignIn signIn;

  SignInEndpoint(AccountDesk desk) {
    this.desk = desk;
    this.signIn = desk.accounts().signIn();
  }

  @Override
  public void mount(Router router) {
    router
        .post(PAGE)
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(this::enter);
    router.post("/sign-out").handler(this::leave);
    router.post("/api/v1/account/sign-out-everywhere").handler(this::leaveEverywhere);
  }

  private void enter(RoutingContext request) {
    var form = new Form(request);
    var next = NextPage.safe(form.word("next").orElse(null));
    signIn
        .attempt(form.word("name").orElse(""), form.secret("password"), desk.browser(request))
        .onSuccess(outcome -> answer(request, outcome, next))
        .onFailure(request::fail);
  }

  private void answer(RoutingContext request, SignIn.Outcome outcome, String next) {
    switch (outcome) {
      case SignIn.Welcome(var user, var secret) -> {
        desk.cookie().write(request, secret);
        Replies.reload(
            request, next, JsonObject.of("user", user.name(), "role", user.role().key()));
      }
      case SignIn.Wrong() -> request.fail(Refusal.unauthenticated(Phrase.of("account.wrong")));
      case SignIn.Wait(var time) -> {
        var seconds = String.valueOf(time.toSeconds());
        request.response().putHeader("Retry-After", seconds);
        request.fail(Refusal.tooOften(Phrase.of("account.wait", seconds)));
      }
    }
  }

  private void leave(RoutingContext request) {
    Caller.session(request);
    Gate.noted(request);
    signIn
        .signOut(desk.cookie().read(request).orElse(""), Caller.actor(request))
        .onSuccess(_ -> left(request))
        .onFailure(request::fail);
  }

  private void leaveEverywhere(RoutingContext request) {
    var user = Caller.session(request).user();
    Gate.noted(request);
    signIn
        .signOutEverywhere(user, Caller.actor(request))
        .onSuccess(_ -> left(request))
        .onFailure(request::fail);
  }

  private void left(RoutingContext request) {
    desk.cookie().clear(request);
    Replies.reload(request, PAGE, JsonObject.of("signedOut", true));
  }
}
