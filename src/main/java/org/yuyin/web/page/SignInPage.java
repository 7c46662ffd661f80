package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;
import org.yuyin.web.account.NextPage;

/** {@code /sign-in?next=PAGE}: name and password. */
final class SignInPage implements Page {
  private final Sources sources;

  SignInPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/sign-in";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var next = NextPage.safe(Params.word(request, "next").orElse(null));
    return sources
        .accounts()
        .accounts()
        .users()
        .any()
        .map(
            any ->
                new View("sign-in", Phrase.of("account.signIn"), Map.of("any", any, "next", next)));
  }
}
