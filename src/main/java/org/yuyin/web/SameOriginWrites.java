package org.yuyin.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.yuyin.web.account.SessionCookie;

/**
 * Refuses requests that change something when a browser sends them for another site. With a session
 * cookie, and where one is given out, a request must show that a page of ours has sent it; programs
 * such as curl bring a token, or nothing while there are no accounts, and pass.
 */
final class SameOriginWrites implements Handler<RoutingContext> {
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private static final List<String> GIVE_A_COOKIE = List.of("/sign-in", "/setup");

  /** Who sent a request, as its browser says. */
  private enum Sender {
    OURS,
    FOREIGN,
    UNSAID
  }

  @Override
  public void handle(RoutingContext request) {
    if (!READING.contains(request.request().method()) && refused(request)) {
      request.fail(
          Refusal.forbidden(
              "This request was sent by another web site, so it was not carried out."));
      return;
    }
    request.next();
  }

  private static boolean refused(RoutingContext request) {
    return switch (sender(request.request())) {
      case OURS -> false;
      case FOREIGN -> true;
      case UNSAID -> needsProof(request);
    };
  }

  /** A browser adds cookies by itself, but never a token. */
  private static boolean needsProof(RoutingContext request) {
    var http = request.request();
    return GIVE_A_COOKIE.stream().anyMatch(request.normalizedPath()::startsWith)
        || (SessionCookie.stands(http) && http.getHeader("Authorization") == null);
  }

  private static Sender sender(HttpServerRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return switch (site) {
        case "same-origin" -> Sender.OURS;
        case "none" -> Sender.UNSAID;
        default -> Sender.FOREIGN;
      };
    }
    var origin = request.getHeader("Origin");
    if (origin == null) {
      return Sender.UNSAID;
    }
    return isOurs(origin, request.authority()) ? Sender.OURS : Sender.FOREIGN;
  }

  private static boolean isOurs(String origin, HostAndPort authority) {
    try {
      var uri = URI.create(origin);
      return authority != null
          && authority.host().equalsIgnoreCase(uri.getHost())
          && port(authority.port(), uri) == port(uri.getPort(), uri);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int port(int stated, URI origin) {
    if (stated > 0) {
      return stated;
    }
    return "https".equals(origin.getScheme()) ? 443 : 80;
  }
}
