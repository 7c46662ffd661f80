package org.yuyin.web.api;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.time.Duration;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Language;
import org.yuyin.web.Refusal;

/** {@code POST /language}: keeps the reader's language and goes back to the page. */
final class LanguageEndpoint implements Endpoint {
  private static final long LONGEST_FORM = 1000;

  @Override
  public void mount(Router router) {
    router
        .post("/language")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(LanguageEndpoint::choose);
  }

  private static void choose(RoutingContext request) {
    var wanted = String.valueOf(request.request().getFormAttribute("language"));
    var language =
        Language.tagged(wanted)
            .orElseThrow(
                () ->
                    Refusal.badRequest("\"language\" is en or zh, not \"%s\".".formatted(wanted)));
    request
        .response()
        .addCookie(
            Cookie.cookie(Language.COOKIE, language.tag())
                .setPath("/")
                .setMaxAge(Duration.ofDays(365).toSeconds())
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX))
        .setStatusCode(303)
        .putHeader("Location", pageOf(request))
        .end();
  }

  /** Where the reader was: the path alone, so that no form leads to another site. */
  private static String pageOf(RoutingContext request) {
    var page = request.request().getHeader("Referer");
    try {
      var uri = URI.create(page == null ? "/" : page);
      var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      var clean = path.replaceFirst("^/+", "/");
      return uri.getRawQuery() == null ? clean : clean + "?" + uri.getRawQuery();
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }
}
