package org.yuyin.web.account;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import org.yuyin.account.Actor;
import org.yuyin.account.Role;
import org.yuyin.account.Session;
import org.yuyin.account.Token;
import org.yuyin.account.User;
import org.yuyin.web.Phrase;
import org.yuyin.web.Refusal;

/**
 * Who sent a request, as the {@link Gate} found out.
 *
 * @param user empty while there are no accounts
 * @param role that the request may use
 * @param session in which it was sent; empty for a token
 * @param actor the same for the audit log
 */
public record Caller(
    Optional<User> user, Role role, Optional<Session> session, Optional<Actor> actor) {
  private static final String KEY = "caller";

  /** While there are no accounts whoever sits at the machine may do everything. */
  static Caller alone() {
    return new Caller(Optional.empty(), Role.OWNER, Optional.empty(), Optional.empty());
  }

  static Caller in(Session session, String address) {
    var user = session.user();
    return new Caller(
        Optional.of(user),
        user.role(),
        Optional.of(session),
        Optional.of(new Actor(user.name(), "", address)));
  }

  static Caller by(Token token, String address) {
    var user = token.user();
    return new Caller(
        Optional.of(user),
        token.role().atMost(user.role()),
        Optional.empty(),
        Optional.of(new Actor(user.name(), "token " + token.name(), address)));
  }

  /** Who sent a request; empty before the gate and where it lets everybody pass. */
  public static Optional<Caller> of(RoutingContext request) {
    return Optional.ofNullable(request.get(KEY));
  }

  /** The user who sent a request; refused while there are no accounts. */
  public static User user(RoutingContext request) {
    return of(request)
        .flatMap(Caller::user)
        .orElseThrow(() -> Refusal.notFound(Phrase.of("account.noneYet")));
  }

  /** The session in which a request was sent: for what a token must not do. */
  public static Session session(RoutingContext request) {
    user(request);
    return of(request)
        .flatMap(Caller::session)
        .orElseThrow(() -> Refusal.forbidden(Phrase.of("account.byPassword")));
  }

  /** The same for the audit log. */
  public static Actor actor(RoutingContext request) {
    return Objects.requireNonNull(of(request).flatMap(Caller::actor).orElse(null));
  }

  void put(RoutingContext request) {
    request.put(KEY, this);
  }

  /** Whether they may do what needs a role. */
  public boolean may(Role needed) {
    return role.includes(needed);
  }
}
