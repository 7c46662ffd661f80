package org.yuyin.account;

import io.vertx.sqlclient.Pool;
import java.time.Clock;

/**
 * Everything that accounts consist of.
 *
 * @param users who may sign in
 * @param signIn lets them in and out
 * @param sessions where they are signed in
 * @param tokens what lets programs in
 * @param administration changes users
 * @param audit who did what
 */
public record Accounts(
    Users users,
    SignIn signIn,
    Sessions sessions,
    Tokens tokens,
    Administration administration,
    AuditLog audit) {
  /**
   * The accounts of a database that has been migrated.
   *
   * @param clock decides what has expired
   */
  public static Accounts of(Pool pool, Passwords passwords, Clock clock) {
    var audit = new AuditLog(pool, clock);
    var users = new Users(pool, clock);
    var sessions = new Sessions(pool, clock);
    var guard = new SignInGuard(pool, clock);
    return new Accounts(
        users,
        new SignIn(pool, users, passwords, sessions, guard, audit),
        sessions,
        new Tokens(pool, clock, audit),
        new Administration(users, passwords, sessions, guard, audit),
        audit);
  }
}
