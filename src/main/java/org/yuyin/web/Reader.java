package org.yuyin.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.yuyin.web.account.Caller;

/**
 * Whom a page is for.
 *
 * @param path of the page, which marks the menu's entry
 * @param language that it speaks
 * @param theme that it is drawn in
 * @param caller who they are; empty when they have not signed in
 */
public record Reader(String path, Language language, Theme theme, Optional<Caller> caller) {
  /** Who sent that request. */
  public static Reader of(RoutingContext request) {
    return new Reader(
        request.request().path(), Language.of(request), Theme.of(request), Caller.of(request));
  }
}
