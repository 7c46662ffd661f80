package org.yuyin.web.account;

import io.vertx.ext.web.RoutingContext;
import org.yuyin.account.Accounts;
import org.yuyin.account.Browser;
import org.yuyin.web.Proxies;

/**
 * Everything that the pages about accounts work with.
 *
 * @param accounts who may do what
 * @param proxies say where a request came from
 * @param shownOnce new tokens on their way to their page
 */
public record AccountDesk(Accounts accounts, Proxies proxies, ShownOnce shownOnce) {
  /** A desk for those accounts. */
  public static AccountDesk of(Accounts accounts, Proxies proxies) {
    return new AccountDesk(accounts, proxies, new ShownOnce());
  }

  /** The cookie that holds a session's secret. */
  public SessionCookie cookie() {
    return new SessionCookie(proxies);
  }

  /** Where somebody signs in with this request. */
  public Browser browser(RoutingContext request) {
    var name = request.request().getHeader("User-Agent");
    return new Browser(
        proxies.address(request.request()), name == null ? "" : name, cookie().read(request));
  }
}
