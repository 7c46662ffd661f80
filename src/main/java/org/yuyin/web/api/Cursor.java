package org.yuyin.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/**
 * A page of a list whose newest items come first: {@code ?limit=50&cursor=…}. The cursor stands for
 * the last item that was told, so that a list neither repeats nor leaves out anything while new
 * items arrive.
 *
 * @param below number that the items lie below; empty for the first page
 * @param limit items on the page
 */
record Cursor(Optional<Long> below, int limit) {
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final String PREFIX = "below ";

  /** Reads the query; a cursor that we did not give is a 400. */
  static Cursor of(RoutingContext request) {
    return new Cursor(
        Params.word(request, "cursor").map(Cursor::read),
        Params.between(request, "limit", 1, MOST, USUAL));
  }

  /** How many to fetch: one more tells whether another page follows. */
  int fetch() {
    return limit + 1;
  }

  /**
   * The page: {@code items}, and {@code next}, the cursor of the page that follows, if one does.
   */
  <T> JsonObject page(List<T> fetched, ToLongFunction<T> number, Function<T, JsonObject> json) {
    var shown = fetched.subList(0, Math.min(limit, fetched.size()));
    var page = JsonObject.of("items", new JsonArray(shown.stream().map(json).toList()));
    if (fetched.size() > limit) {
      page.put("next", write(number.applyAsLong(shown.getLast())));
    }
    return page;
  }

  private static String write(long below) {
    var text = PREFIX + below;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static long read(String cursor) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      if (text.startsWith(PREFIX)) {
        return Long.parseLong(text.substring(PREFIX.length()));
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the one message.
    }
    throw Refusal.badRequest(
        "\"cursor\" is what the page before gave as \"next\", not \"%s\".".formatted(cursor));
  }
}
