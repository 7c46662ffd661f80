package org.yuyin.web.contract;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.account.User;
import org.yuyin.storage.Sha256;
import org.yuyin.web.Refusal;
import org.yuyin.web.account.Caller;
import org.yuyin.web.contract.IdempotentAnswers.Answer;
import org.yuyin.web.contract.IdempotentAnswers.Key;

/**
 * A POST that carries an {@code Idempotency-Key} is carried out once: sent again within a day, it
 * gets the first answer, so that whoever lost that may simply ask again. The same key with another
 * request is refused. Requests that fail leave no trace.
 */
public final class IdempotentRequests {
  private static final Logger LOG = LoggerFactory.getLogger(IdempotentRequests.class);
  private static final String HEADER = "Idempotency-Key";
  private static final String TOLD = "told";
  private static final String ALLOWED = "[!-~]{1,200}";

  private final IdempotentAnswers answers;

  IdempotentRequests(Pool pool) {
    this.answers = new IdempotentAnswers(pool);
  }

  /** Remembers what a request is answered with, in case it is sent again. */
  public static void told(RoutingContext request, JsonObject body) {
    request.put(TOLD, body);
  }

  /** Behind what has read the body. */
  void handle(RoutingContext request) {
    var key = request.request().getHeader(HEADER);
    if (key == null || !request.request().method().equals(HttpMethod.POST)) {
      request.next();
      return;
    }
    if (!key.matches(ALLOWED)) {
      throw Refusal.badRequest(
          "\"Idempotency-Key\" has 1 to 200 printable characters without blanks.",
          HEADER,
          "pattern");
    }
    var own = new Key(who(request), key);
    var fingerprint = fingerprint(request);
    hold(request);
    answers
        .begin(own, fingerprint)
        .onSuccess(
            before ->
                before.ifPresentOrElse(
                    answer -> repeat(request, answer, fingerprint), () -> carryOut(request, own)))
        .onFailure(request::fail);
  }

  private void carryOut(RoutingContext request, Key key) {
    request.addEndHandler(ended -> remember(request, key));
    goOn(request);
    request.next();
  }

  /** A file must wait until it is known whether it is wanted. */
  private static void hold(RoutingContext request) {
    if (!request.request().isEnded()) {
      request.request().pause();
    }
  }

  private static void goOn(RoutingContext request) {
    if (!request.request().isEnded()) {
      request.request().resume();
    }
  }

  private void remember(RoutingContext request, Key key) {
    HttpServerResponse response = request.response();
    boolean done = !request.failed() && response.getStatusCode() < 400;
    var kept =
        done
            ? answers.keep(
                key,
                response.getStatusCode(),
                Optional.ofNullable(response.headers().get("Location")),
                Optional.ofNullable(request.get(TOLD)))
            : answers.forget(key);
    kept.onFailure(failure -> LOG.warn("the answer to a request with a key is not kept", failure));
  }

  private static void repeat(RoutingContext request, Answer answer, String fingerprint) {
    goOn(request);
    if (!answer.fingerprint().equals(fingerprint)) {
      request.fail(
          Refusal.unusable("This Idempotency-Key was used for another request; take a new one."));
      return;
    }
    if (answer.status().isEmpty()) {
      request.fail(
          Refusal.conflict("The first request with this Idempotency-Key is still under way."));
      return;
    }
    var response =
        request
            .response()
            .setStatusCode(answer.status().get())
            .putHeader("Idempotency-Replayed", "true");
    answer.location().ifPresent(location -> response.putHeader("Location", location));
    answer.body().ifPresentOrElse(request::json, response::end);
  }

  private static String who(RoutingContext request) {
    return Caller.of(request).flatMap(Caller::user).map(User::name).orElse("");
  }

  private static String fingerprint(RoutingContext request) {
    var http = request.request();
    var body = Optional.ofNullable(request.body().asString()).orElse("");
    return Sha256.of(String.join("\n", http.method().name(), http.uri(), body));
  }
}
