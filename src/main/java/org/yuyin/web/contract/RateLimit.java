package org.yuyin.web.contract;

import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.yuyin.account.Actor;
import org.yuyin.web.Refusal;
import org.yuyin.web.account.Caller;

/**
 * How often a token may ask: so many requests at once, which come back evenly. People with a
 * session are not counted. Each server counts by itself.
 */
final class RateLimit {
  static final int AT_ONCE = 120;
  private static final int A_SECOND = 20;
  private static final int MOST_KNOWN = 10_000;
  private static final double NANOS = 1e9;

  private final LongSupplier clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  /**
   * @param clock nanoseconds that only grow
   */
  RateLimit(LongSupplier clock) {
    this.clock = clock;
  }

  private static final class Bucket {
    private double left = AT_ONCE;
    private long filledAt;

    Bucket(long now) {
      filledAt = now;
    }
  }

  /** Lets a request pass, or refuses it with 429 and the time after which to come again. */
  void handle(RoutingContext request) {
    var token = Caller.of(request).filter(it -> it.session().isEmpty()).flatMap(Caller::actor);
    if (token.isPresent()) {
      int left = take(token.get());
      request.response().putHeader("RateLimit-Limit", String.valueOf(AT_ONCE));
      request.response().putHeader("RateLimit-Remaining", String.valueOf(Math.max(0, left)));
      if (left < 0) {
        request.response().putHeader("Retry-After", "1");
        request.fail(
            Refusal.tooOften(
                "This token asks too often: %d requests a second on average, %d at once."
                    .formatted(A_SECOND, AT_ONCE)));
        return;
      }
    }
    request.next();
  }

  /** What is left after one more request; negative when it is one too many. */
  synchronized int take(Actor token) {
    long now = clock.getAsLong();
    var bucket =
        buckets.computeIfAbsent(token.name() + "/" + token.through(), _ -> new Bucket(now));
    bucket.left = Math.min(AT_ONCE, bucket.left + (now - bucket.filledAt) / NANOS * A_SECOND);
    bucket.filledAt = now;
    if (bucket.left < 1) {
      return -1;
    }
    bucket.left--;
    return (int) bucket.left;
  }
}
