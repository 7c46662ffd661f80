package org.yuyin.web.account;

import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yuyin.web.Links;

/** Where somebody goes once they have signed in: a page of this site and of no other. */
public final class NextPage {
  // Browsers read a backslash as a slash and leave control characters out, so neither may stand.
  private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}");
  private static final String HOME = "/";

  private NextPage() {}

  /** The page, or home when it is none of ours. */
  public static String safe(@Nullable String page) {
    return page != null && OURS.matcher(page).matches() && !page.startsWith("/sign-") ? page : HOME;
  }

  /** The sign-in page, which goes on to that page. */
  static String afterSignIn(String page) {
    var next = safe(page);
    return next.equals(HOME) ? "/sign-in" : "/sign-in?" + Links.parameter("next", next);
  }

  /** The page that somebody looks at who sent a request: the one asked for, or the one before. */
  static String lookedAt(RoutingContext request, boolean asksForPage) {
    var http = request.request();
    var current = http.getHeader("HX-Current-URL");
    return asksForPage ? http.uri() : pathOf(current == null ? http.getHeader("Referer") : current);
  }

  private static String pathOf(@Nullable String address) {
    try {
      var uri = URI.create(address == null ? HOME : address);
      return uri.getRawQuery() == null
          ? String.valueOf(uri.getRawPath())
          : uri.getRawPath() + "?" + uri.getRawQuery();
    } catch (IllegalArgumentException e) {
      return HOME;
    }
  }
}
