package org.yuyin.web.account;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.account.Accounts;
import org.yuyin.account.Role;
import org.yuyin.web.Phrase;
import org.yuyin.web.Refusal;
import org.yuyin.web.WebSettings;

/**
 * Stands before every page and endpoint: finds out who asks, and lets pass who may. While there are
 * no accounts it lets this machine pass, and nobody else.
 */
public final class Gate implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final String BEARER = "bearer ";
  private static final String NOTED = "noted";
  private static final int FORBIDDEN = 403;

  private final Accounts accounts;
  private final WebSettings settings;
  private final SessionCookie cookie;

  /** Keeps out of a server with these settings who has no account. */
  public Gate(Accounts accounts, WebSettings settings) {
    this.accounts = accounts;
    this.settings = settings;
    this.cookie = new SessionCookie(settings.proxies());
  }

  /** The audit log says already, and better, what this request did. */
  public static void noted(RoutingContext request) {
    request.put(NOTED, true);
  }

  @Override
  public void handle(RoutingContext request) {
    var needed = Access.needed(request.request().method(), request.normalizedPath());
    if (needed.isEmpty()) {
      request.next();
      return;
    }
    boolean waits = !request.request().isEnded();
    if (waits) {
      request.request().pause(); // nobody listens for the body yet
    }
    identify(request)
        .onComplete(
            found -> {
              if (waits) {
                request.request().resume();
              }
              if (found.failed()) {
                request.fail(found.cause());
              } else {
                decide(request, found.result(), needed.get());
              }
            });
  }

  private Future<Optional<Caller>> identify(RoutingContext request) {
    return accounts
        .users()
        .any()
        .compose(any -> any ? known(request) : Future.succeededFuture(Optional.of(alone(request))));
  }

  /** A foreign name that leads here is a trick to make a browser talk to its own machine. */
  private Caller alone(RoutingContext request) {
    var asked = request.request().authority();
    if (!settings.local() || asked == null || !WebSettings.isLocal(asked.host())) {
      throw Refusal.forbidden(Phrase.of("account.localOnly"));
    }
    return Caller.alone();
  }

  private Future<Optional<Caller>> known(RoutingContext request) {
    var address = settings.proxies().address(request.request());
    var given = request.request().getHeader("Authorization");
    if (given != null && given.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return accounts
          .tokens()
          .find(given.substring(BEARER.length()).strip())
          .map(found -> found.map(token -> Caller.by(token, address)));
    }
    return cookie
        .read(request)
        .map(secret -> accounts.sessions().find(secret))
        .orElse(Future.succeededFuture(Optional.empty()))
        .map(found -> found.map(session -> Caller.in(session, address)));
  }

  private void decide(RoutingContext request, Optional<Caller> found, Role needed) {
    if (found.isEmpty()) {
      askToSignIn(request);
      return;
    }
    var caller = found.get();
    caller.put(request);
    request.addEndHandler(_ -> note(request, caller));
    if (caller.may(needed)) {
      request.next();
    } else {
      request.fail(Refusal.forbidden(Phrase.of("account.needs." + needed.key())));
    }
  }

  /** People are sent to the page; programs are told what to bring. */
  private static void askToSignIn(RoutingContext request) {
    var http = request.request();
    boolean piece = http.getHeader("HX-Request") != null || http.path().startsWith("/api/");
    boolean people = String.valueOf(http.getHeader("Accept")).contains("text/html");
    boolean asksForPage =
        READING.contains(http.method()) && (!piece || http.getHeader("HX-Boosted") != null);
    var signIn = NextPage.afterSignIn(NextPage.lookedAt(request, asksForPage));
    if (http.getHeader("HX-Request") != null) {
      request.response().putHeader("HX-Redirect", signIn);
    } else if (people) {
      request.response().setStatusCode(303).putHeader("Location", signIn).end();
      return;
    }
    request.response().putHeader("WWW-Authenticate", "Bearer realm=\"YuYin Studio\"");
    request.fail(Refusal.unauthenticated(Phrase.of("account.signInFirst")));
  }

  private void note(RoutingContext request, Caller caller) {
    var http = request.request();
    int status = request.response().getStatusCode();
    boolean worthIt = !READING.contains(http.method()) || status == FORBIDDEN;
    if (caller.actor().isPresent() && worthIt && request.get(NOTED) == null) {
      accounts
          .audit()
          .addRequest(caller.actor().get(), http.method() + " " + http.path(), status)
          .onFailure(failure -> LOG.error("the audit log lacks {}", http.path(), failure));
    }
  }
}
