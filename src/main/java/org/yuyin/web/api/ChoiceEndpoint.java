package org.yuyin.web.api;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Language;
import org.yuyin.web.Refusal;
import org.yuyin.web.Theme;

/**
 * {@code POST /language} and {@code POST /theme}: keeps what the reader chose in a cookie and goes
 * back to the page.
 */
final class ChoiceEndpoint implements Endpoint {
  private static final long LONGEST_FORM = 1000;

  private final String name;
  private final List<String> choices;

  private ChoiceEndpoint(String name, List<String> choices) {
    this.name = name;
    this.choices = choices;
  }

  static ChoiceEndpoint ofLanguage() {
    var tags = Stream.of(Language.values()).map(Language::tag).toList();
    return new ChoiceEndpoint(Language.COOKIE, tags);
  }

  static ChoiceEndpoint ofTheme() {
    return new ChoiceEndpoint(Theme.COOKIE, Stream.of(Theme.values()).map(Theme::key).toList());
  }

  @Override
  public void mount(Router router) {
    router
        .post("/" + name)
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_FORM))
        .handler(this::choose);
  }

  private void choose(RoutingContext request) {
    var wanted = String.valueOf(request.request().getFormAttribute(name));
    if (!choices.contains(wanted)) {
      throw Refusal.badRequest(
          "\"%s\" is one of %s, not \"%s\".".formatted(name, String.join(", ", choices), wanted));
    }
    request
        .response()
        .addCookie(
            Cookie.cookie(name, wanted)
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
