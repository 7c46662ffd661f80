package org.yuyin.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;

/**
 * Refuses requests that change something when a browser sends them for another site. There are no
 * accounts yet, so this is what keeps a foreign page from posting to a server on the same machine.
 * Programs such as curl send neither header and pass.
 */
final class SameOriginWrites implements Handler<RoutingContext> {
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Override
  public void handle(RoutingContext request) {
    if (!READING.contains(request.request().method()) && foreign(request)) {
      request.fail(
          Refusal.forbidden(
              "This request was sent by another web site, so it was not carried out."));
      return;
    }
    request.next();
  }

  private static boolean foreign(RoutingContext request) {
    var site = request.request().getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    var origin = request.request().getHeader("Origin");
    return origin != null && !isOurs(origin, request.request().authority());
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
