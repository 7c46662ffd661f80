package org.yuyin.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Gives each request a number: the {@code X-Request-Id} that a proxy sent where it is sane, else
 * one of ours. It is answered, stands in what is logged about the request, and is the reference of
 * a fault. Every answer is a line of the log at level DEBUG.
 */
final class RequestIds implements Handler<RoutingContext> {
  static final String HEADER = "X-Request-Id";

  private static final Logger log = LoggerFactory.getLogger("access");
  private static final String KEY = "request";
  private static final int LENGTH = 12;
  // What goes into log lines must not be able to forge one.
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{6,64}");

  @Override
  public void handle(RoutingContext request) {
    var sent = request.request().getHeader(HEADER);
    var id = sent != null && SANE.matcher(sent).matches() ? sent : fresh();
    request.put(KEY, id);
    request.response().putHeader(HEADER, id);
    if (log.isDebugEnabled()) {
      long began = System.nanoTime();
      request.addEndHandler(_ -> tell(request, System.nanoTime() - began));
    }
    request.next();
  }

  /** The number of a request. */
  static String of(RoutingContext request) {
    return request.get(KEY) instanceof String id ? id : fresh();
  }

  /** Logs something with the number of the request beside it. */
  static void logging(RoutingContext request, Runnable logged) {
    try (var _ = MDC.putCloseable(KEY, of(request))) {
      logged.run();
    }
  }

  private static void tell(RoutingContext request, long nanos) {
    logging(
        request,
        () ->
            log.debug(
                "{} {} {} in {} ms",
                request.request().method(),
                request.request().path(),
                request.response().getStatusCode(),
                nanos / 1_000_000));
  }

  private static String fresh() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
  }
}
