package org.yuyin.web.review;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.yuyin.account.User;
import org.yuyin.web.Refusal;
import org.yuyin.web.account.Caller;

/**
 * Who reviews: the user who is signed in. While there are no accounts people give their name once,
 * and a cookie keeps it.
 */
public final class Reviewer {
  private static final String COOKIE = "reviewer";
  private static final int LONGEST_NAME = 60;

  private Reviewer() {}

  /** The name of whoever sent the request; empty when they have not given one. */
  public static Optional<String> of(RoutingContext request) {
    return signedIn(request).or(() -> given(request));
  }

  private static Optional<String> signedIn(RoutingContext request) {
    return Caller.of(request).flatMap(Caller::user).map(User::name);
  }

  private static Optional<String> given(RoutingContext request) {
    return Optional.ofNullable(request.request().getCookie(COOKIE))
        .flatMap(cookie -> decoded(cookie.getValue()))
        .map(String::strip)
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME);
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no cookie of ours
    }
  }

  /** The same, for requests that decide something. */
  public static String require(RoutingContext request) {
    return of(request)
        .orElseThrow(
            () ->
                Refusal.forbidden(
                    "Nobody knows who you are yet: give your name on the page Review first."));
  }

  /** Remembers a name with the answer to this request. */
  public static void remember(RoutingContext request, String given) {
    signedIn(request)
        .ifPresent(
            user -> {
              throw Refusal.conflict("You are signed in, so you review as %s.".formatted(user));
            });
    var name = given.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw Refusal.badRequest(
          "A reviewer's name has between 1 and %d characters.".formatted(LONGEST_NAME));
    }
    request
        .response()
        .addCookie(
            Cookie.cookie(COOKIE, URLEncoder.encode(name, StandardCharsets.UTF_8))
                .setPath("/")
                .setMaxAge(Duration.ofDays(365).toSeconds())
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX));
  }
}
