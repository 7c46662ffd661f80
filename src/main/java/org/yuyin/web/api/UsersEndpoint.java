package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.BiFunction;
import org.yuyin.account.Administration;
import org.yuyin.account.Role;
import org.yuyin.account.User;
import org.yuyin.account.Users;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;
import org.yuyin.web.account.AccountDesk;
import org.yuyin.web.account.Caller;
import org.yuyin.web.account.Gate;

/**
 * {@code GET} and {@code POST /api/v1/users}: lists users, adds one with name, role and password;
 * {@code POST /api/v1/users/ID/role}, {@code …/disable} and {@code …/enable} change one; {@code
 * POST /api/v1/users/password} with user and password gives one another password. For owners.
 */
final class UsersEndpoint implements Endpoint {
  private static final long LONGEST_FORM = 10_000;
  private static final String ALL = "/api/v1/users";
  private static final String PAGE = "/users";

  private final Users users;
  private final Administration administration;

  UsersEndpoint(AccountDesk desk) {
    this.users = desk.accounts().users();
    this.administration = desk.accounts().administration();
  }

  @Override
  public void mount(Router router) {
    router.get(ALL).respond(_ -> list());
    router
        .post(ALL)
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(this::add);
    change(
        router,
        "role",
        (request, user) ->
            administration.setRole(
                user, Role.of(new Form(request).needed("role")), Caller.actor(request)));
    change(
        router,
        "disable",
        (request, user) -> administration.setDisabled(user, true, Caller.actor(request)));
    change(
        router,
        "enable",
        (request, user) -> administration.setDisabled(user, false, Caller.actor(request)));
    router
        .post(ALL + "/password")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(this::resetPassword);
  }

  private void change(
      Router router, String what, BiFunction<RoutingContext, User, Future<Void>> change) {
    router
        .post(ALL + "/:userId/" + what)
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(
            request -> {
              Caller.user(request);
              answer(request, change(request, Params.id(request, "userId"), change));
            });
  }

  private void resetPassword(RoutingContext request) {
    Caller.user(request);
    var form = new Form(request);
    var password = form.secret("password");
    var reset =
        change(
            request,
            form.number("user", 0),
            (_, user) -> administration.resetPassword(user, password, Caller.actor(request)));
    answer(request, reset);
  }

  private Future<String> change(
      RoutingContext request, long id, BiFunction<RoutingContext, User, Future<Void>> change) {
    return users
        .byId(id)
        .map(Refusal.unlessFound("user", id))
        .compose(user -> change.apply(request, user).map(user.name()));
  }

  private void add(RoutingContext request) {
    Caller.user(request);
    var form = new Form(request);
    var added =
        administration.add(
            form.needed("name"),
            Role.of(form.needed("role")),
            form.secret("password"),
            Caller.actor(request));
    answer(request, added.map(User::name));
  }

  private static void answer(RoutingContext request, Future<String> changed) {
    changed
        .onSuccess(
            name -> {
              Gate.noted(request);
              Replies.showPage(request, PAGE, JsonObject.of("user", name));
            })
        .onFailure(request::fail);
  }

  private Future<JsonArray> list() {
    return users.all().map(all -> new JsonArray(all.stream().map(UsersEndpoint::json).toList()));
  }

  private static JsonObject json(User user) {
    return new JsonObject()
        .put("id", user.id())
        .put("name", user.name())
        .put("role", user.role().key())
        .put("disabled", user.disabledAt().isPresent())
        .put("createdAt", user.createdAt().toString());
  }
}
