package org.yuyin.web.account;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.yuyin.account.Sessions;
import org.yuyin.web.Proxies;

/**
 * The cookie that holds a session's secret. Over https its name keeps other hosts of the domain and
 * plain http from setting it.
 *
 * @param proxies say whether the browser speaks https
 */
public record SessionCookie(Proxies proxies) {
  private static final String PLAIN = "yuyin-session";
  private static final String SECURE = "__Host-yuyin-session";

  /** Whether a request may be meant for a session, alive or not. */
  public static boolean stands(HttpServerRequest request) {
    return request.getCookie(PLAIN) != null || request.getCookie(SECURE) != null;
  }

  /** The secret that a request brings. */
  public Optional<String> read(RoutingContext request) {
    return Optional.ofNullable(request.request().getCookie(name(request))).map(Cookie::getValue);
  }

  /** Gives a browser a secret with the answer to this request. */
  public void write(RoutingContext request, String secret) {
    set(request, secret, Sessions.LONGEST.toSeconds());
  }

  /** Takes it away again. */
  public void clear(RoutingContext request) {
    set(request, "", 0);
  }

  private void set(RoutingContext request, String secret, long seconds) {
    request
        .response()
        .addCookie(
            Cookie.cookie(name(request), secret)
                .setPath("/")
                .setMaxAge(seconds)
                .setHttpOnly(true)
                .setSecure(proxies.secure(request.request()))
                // Strict would send people who follow a link from elsewhere to the sign-in page.
                .setSameSite(CookieSameSite.LAX));
  }

  private String name(RoutingContext request) {
    return proxies.secure(request.request()) ? SECURE : PLAIN;
  }
}
