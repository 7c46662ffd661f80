package org.yuyin.web;

import io.vertx.ext.web.RoutingContext;

/**
 * Whom a page is for.
 *
 * @param path of the page, which marks the menu's entry
 * @param language that it speaks
 * @param theme that it is drawn in
 */
public record Reader(String path, Language language, Theme theme) {
  /** Who sent that request. */
  public static Reader of(RoutingContext request) {
    return new Reader(request.request().path(), Language.of(request), Theme.of(request));
  }
}
