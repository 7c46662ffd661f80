package org.yuyin.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.function.Function;
import org.yuyin.storage.InputException;

/** Changes who may do what. Each change and its line in the audit log are one transaction. */
public final class Administration {
  private final Users users;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SignInGuard guard;
  private final AuditLog audit;

  Administration(
      Users users, Passwords passwords, Sessions sessions, SignInGuard guard, AuditLog audit) {
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.guard = guard;
    this.audit = audit;
  }

  /** Makes the first user, the owner; from then on the studio is closed to others. */
  public Future<User> setUp(String givenName, String password, Actor actor) {
    return add(givenName, Role.OWNER, password, actor, Users::requireNobody);
  }

  /** Adds a user. The first one must be an owner. */
  public Future<User> add(String givenName, Role role, String password, Actor actor) {
    return add(givenName, role, password, actor, _ -> Future.succeededFuture());
  }

  private Future<User> add(
      String givenName,
      Role role,
      String password,
      Actor actor,
      Function<SqlConnection, Future<Void>> condition) {
    var name = User.cleanName(givenName);
    return passwords
        .hash(Passwords.check(password, name))
        .compose(
            hash ->
                users.changing(
                    connection ->
                        condition
                            .apply(connection)
                            .compose(_ -> users.add(connection, name, role, hash))
                            .compose(
                                user ->
                                    audit
                                        .add(
                                            connection,
                                            actor,
                                            Deed.USER_ADDED,
                                            "%s (%s)".formatted(name, role.key()))
                                        .map(user))));
  }

  /** Gives a user another role, at once in every session. */
  public Future<Void> setRole(User user, Role role, Actor actor) {
    return users.changing(
        connection ->
            Users.setRole(connection, user.id(), role)
                .compose(
                    _ ->
                        audit.add(
                            connection,
                            actor,
                            Deed.ROLE_CHANGED,
                            "%s: %s → %s".formatted(user.name(), user.role().key(), role.key()))));
  }

  /** Keeps a user out, at once, sessions and tokens too; or lets them in again. */
  public Future<Void> setDisabled(User user, boolean disabled, Actor actor) {
    var deed = disabled ? Deed.USER_DISABLED : Deed.USER_ENABLED;
    return users.changing(
        connection ->
            users
                .setDisabled(connection, user.id(), disabled)
                .compose(_ -> sessions.endAll(connection, user.id()))
                .compose(_ -> audit.add(connection, actor, deed, user.name())));
  }

  /** Gives a user a new password, for one who has forgotten theirs; ends their sessions. */
  public Future<Void> resetPassword(User user, String password, Actor actor) {
    return passwords
        .hash(Passwords.check(password, user.name()))
        .compose(
            hash ->
                users.changing(
                    connection -> replace(connection, user, hash, actor, Deed.PASSWORD_RESET)))
        .compose(_ -> guard.forget(user.name()));
  }

  /**
   * Changes one's own password and ends one's sessions.
   *
   * @return the secret of a new session for the browser that did it; empty when the old password is
   *     wrong, or was too often
   */
  public Future<Optional<String>> changePassword(
      User user, String old, String password, Actor actor, Browser browser) {
    Passwords.check(password, user.name());
    return isRight(user, old, browser)
        .compose(
            right ->
                right
                    ? passwords
                        .hash(password)
                        .compose(hash -> changePassword(user, hash, actor, browser))
                        .map(Optional::of)
                    : Future.succeededFuture(Optional.empty()));
  }

  /** A try like one to sign in: whoever finds a browser open cannot guess at leisure. */
  private Future<Boolean> isRight(User user, String password, Browser browser) {
    return guard
        .admit(user.name(), browser.address())
        .compose(
            made ->
                made.delay().isPresent()
                    ? Future.succeededFuture(false)
                    : users
                        .credentials(user.id())
                        .compose(it -> passwords.matches(password, it.map(Users.Credentials::hash)))
                        .compose(
                            right ->
                                right
                                    ? guard.forgive(user.name(), browser.address(), made).map(true)
                                    : Future.succeededFuture(false)));
  }

  private Future<String> changePassword(User user, String hash, Actor actor, Browser browser) {
    return users.changing(
        connection ->
            replace(connection, user, hash, actor, Deed.PASSWORD_CHANGED)
                .compose(_ -> sessions.open(connection, user, browser)));
  }

  private Future<Void> replace(
      SqlConnection connection, User user, String hash, Actor actor, Deed deed) {
    return Users.setPassword(connection, user.id(), hash)
        .compose(_ -> sessions.endAll(connection, user.id()))
        .compose(_ -> audit.add(connection, actor, deed, user.name()));
  }

  /** A user by name, or a message that lists who there is. */
  public Future<User> require(String name) {
    return users
        .named(name)
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        new InputException(
                            "there is no user %s; \"users list\" lists them".formatted(name))));
  }
}
