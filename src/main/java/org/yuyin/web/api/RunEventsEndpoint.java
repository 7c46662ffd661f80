package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.training.CurvePoint;
import org.yuyin.training.RunView;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;

/**
 * {@code GET /api/v1/runs/ID/events?after=EPOCH&state=STATE}: server-sent events of a run. {@code
 * epoch} brings a point of the curve and has the epoch as its id, so that a client that lost the
 * connection goes on behind it; {@code state} tells that the run's state is no longer the one that
 * the listener knows, and ends the stream. The run may be trained by another process, so the
 * database is asked once a second.
 */
final class RunEventsEndpoint implements Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(RunEventsEndpoint.class);
  private static final int LAST_EPOCH = 1_000_000;
  private static final long EVERY_MS = 1000;
  private static final int QUIET_ROUNDS = 15;

  private final RunView runs;

  RunEventsEndpoint(RunView runs) {
    this.runs = runs;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/runs/:runId/events").handler(this::listen);
  }

  private void listen(RoutingContext request) {
    var runId = Params.id(request, "runId");
    var after = Params.between(request, "after", 0, LAST_EPOCH, 0);
    var seen = lastSeen(request).orElse(after);
    runs.state(runId)
        .onSuccess(
            state -> {
              if (state.isEmpty()) {
                request.next();
              } else {
                var known = Params.word(request, "state").orElse(state.get());
                new Stream(request, runId, seen, known).start();
              }
            })
        .onFailure(request::fail);
  }

  private static Optional<Integer> lastSeen(RoutingContext request) {
    return Optional.ofNullable(request.request().getHeader("Last-Event-ID"))
        .filter(id -> id.matches("\\d{1,6}"))
        .map(Integer::valueOf);
  }

  /** One listener. */
  private final class Stream {
    private final Vertx vertx;
    private final HttpServerResponse response;
    private final long runId;
    private final String knownState;
    private int seen;
    private int quietRounds;
    private long timer;

    Stream(RoutingContext request, long runId, int seen, String knownState) {
      this.vertx = request.vertx();
      this.response = request.response();
      this.runId = runId;
      this.seen = seen;
      this.knownState = knownState;
    }

    void start() {
      response
          .putHeader("Content-Type", "text/event-stream; charset=utf-8")
          .putHeader("Cache-Control", "no-store")
          .setChunked(true);
      response.closeHandler(gone -> vertx.cancelTimer(timer));
      response.exceptionHandler(broken -> vertx.cancelTimer(timer));
      response.write("retry: 2000\n\n");
      round();
    }

    private void round() {
      var state = runs.state(runId);
      // Asked after the state: when the state is final, so is the curve.
      state
          .compose(known -> runs.curve(runId, seen))
          .onSuccess(points -> tell(points, state))
          .onFailure(
              failure -> {
                LOG.warn("events of run {} broke off", runId, failure);
                response.reset();
              });
    }

    private void tell(List<CurvePoint> points, Future<Optional<String>> state) {
      if (response.closed()) {
        return;
      }
      for (var point : points) {
        seen = point.epoch();
        send("id: %d\nevent: epoch\ndata: %s".formatted(seen, RunEpochsEndpoint.json(point)));
      }
      var now = state.result().orElse("gone");
      if (!now.equals(knownState)) {
        send("event: state\ndata: " + now);
        response.end();
        return;
      }
      keepOpen(points.isEmpty());
      timer = vertx.setTimer(EVERY_MS, again -> round());
    }

    /** A comment now and then shows both ends that the other one is there. */
    private void keepOpen(boolean quiet) {
      quietRounds = quiet ? quietRounds + 1 : 0;
      if (quietRounds >= QUIET_ROUNDS) {
        quietRounds = 0;
        send(": still here");
      }
    }

    private void send(String event) {
      response.write(event + "\n\n");
    }
  }
}
