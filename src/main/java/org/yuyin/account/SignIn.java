package org.yuyin.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.Optional;
import org.yuyin.storage.InputException;

/** From a name and a password to a session. Tells nobody which of the two was wrong. */
public final class SignIn {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final Pool pool;
  private final Users users;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SignInGuard guard;
  private final AuditLog audit;

  SignIn(
      Pool pool,
      Users users,
      Passwords passwords,
      Sessions sessions,
      SignInGuard guard,
      AuditLog audit) {
    this.pool = pool;
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.guard = guard;
    this.audit = audit;
  }

  /** How a try went. */
  public sealed interface Outcome {}

  /**
   * Signed in.
   *
   * @param secret for the cookie, new with every sign-in
   */
  public record Welcome(User user, String secret) implements Outcome {}

  /** Name, password or both are wrong, or the user may not sign in any more. */
  public record Wrong() implements Outcome {}

  /** Too many tries. */
  public record Wait(Duration time) implements Outcome {}

  /** Tries a name with a password. */
  public Future<Outcome> attempt(String givenName, String password, Browser browser) {
    if (passwords.busy()) {
      return Future.succeededFuture(new Wait(MOMENT));
    }
    var name = nameOrNobody(givenName);
    if (password.length() > Passwords.LONGEST) {
      return Future.succeededFuture(new Wrong());
    }
    return guard
        .admit(name, browser.address())
        .compose(
            made ->
                made.delay().isPresent()
                    ? Future.succeededFuture(new Wait(made.delay().get()))
                    : compare(name, password, browser, made));
  }

  /** A name that no user can have takes the same way as one that nobody has. */
  private static String nameOrNobody(String given) {
    try {
      return User.cleanName(given);
    } catch (InputException e) {
      return "";
    }
  }

  private Future<Outcome> compare(
      String name, String password, Browser browser, SignInGuard.Try made) {
    return users
        .credentials(name)
        .compose(
            found ->
                passwords
                    .matches(password, found.map(Users.Credentials::hash))
                    .map(right -> right ? mayEnter(found) : Optional.<User>empty())
                    .compose(
                        user ->
                            user.isPresent()
                                ? welcome(user.get(), browser, made)
                                : refuse(found, browser.address())));
  }

  private static Optional<User> mayEnter(Optional<Users.Credentials> found) {
    return found.map(Users.Credentials::user).filter(user -> user.disabledAt().isEmpty());
  }

  private Future<Outcome> welcome(User user, Browser browser, SignInGuard.Try made) {
    var actor = new Actor(user.name(), "", browser.address());
    return guard
        .forgive(user.name(), browser.address(), made)
        .compose(
            _ ->
                pool.withTransaction(
                    connection ->
                        sessions
                            .open(connection, user, browser)
                            .compose(
                                secret ->
                                    audit.add(connection, actor, Deed.SIGNED_IN, "").map(secret))))
        .map(secret -> new Welcome(user, secret));
  }

  private Future<Outcome> refuse(Optional<Users.Credentials> found, String address) {
    var actor =
        found
            .map(known -> new Actor(known.user().name(), "", address))
            .orElse(Actor.unknown(address));
    return audit.add(pool, actor, Deed.SIGN_IN_REFUSED, "").map(new Wrong());
  }

  /** Ends the session of a secret, if it is one. */
  public Future<Void> signOut(String secret, Actor actor) {
    return pool.withTransaction(
        connection ->
            sessions
                .end(connection, secret)
                .compose(_ -> audit.add(connection, actor, Deed.SIGNED_OUT, "")));
  }

  /** Ends every session of a user. */
  public Future<Void> signOutEverywhere(User user, Actor actor) {
    return pool.withTransaction(
        connection ->
            sessions
                .endAll(connection, user.id())
                .compose(_ -> audit.add(connection, actor, Deed.SIGNED_OUT_EVERYWHERE, "")));
  }
}
