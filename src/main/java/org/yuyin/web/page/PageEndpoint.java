package org.yuyin.web.page;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Reader;
import org.yuyin.web.Views;

/** Answers GET requests with a page. */
final class PageEndpoint implements Endpoint {
  private final Page page;
  private final Views views;

  PageEndpoint(Page page, Views views) {
    this.page = page;
    this.views = views;
  }

  @Override
  public void mount(Router router) {
    router.get(page.path()).handler(this::answer);
  }

  private void answer(RoutingContext request) {
    var reader = Reader.of(request);
    page.show(request)
        .compose(view -> request.vertx().executeBlocking(() -> views.render(view, reader), false))
        .onSuccess(html -> send(request, html))
        .onFailure(request::fail);
  }

  private static void send(RoutingContext request, String html) {
    request
        .response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        // Pages show what is there now; the same address also gives a piece of the page to htmx.
        .putHeader("Cache-Control", "no-store")
        .putHeader("Vary", "HX-Request, Cookie, Accept-Language")
        .end(html);
  }
}
