package org.yuyin.web;

import io.vertx.core.Handler;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.storage.InputException;

/**
 * The one place where a failure becomes an answer: problem details for programs, a page or a piece
 * of a page for people. A failure of ours is logged here, once, and never told in detail.
 */
final class Problems implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final List<Integer> RAISED_BY_THE_ROUTER = List.of(400, 404, 405, 406, 415);

  private static final String HTML = "text/html; charset=utf-8";
  private static final String JSON = "application/problem+json";

  private final Views views;

  Problems(Views views) {
    this.views = views;
  }

  void mount(Router router) {
    router.route().failureHandler(this);
    RAISED_BY_THE_ROUTER.forEach(status -> router.errorHandler(status, this));
  }

  @Override
  public void handle(RoutingContext request) {
    var response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      // Half of the body is out: cutting the connection is the only way left to say so.
      LOG.warn("{} broke off", request.request().path(), request.failure());
      request.request().connection().close();
      return;
    }
    answer(request, describe(request));
  }

  private void answer(RoutingContext request, Problem problem) {
    var response = request.response().setStatusCode(problem.status());
    response.headers().remove("Content-Length").remove("Cache-Control").remove("ETag");
    response.putHeader("Cache-Control", "no-store");
    // What is left of a refused body is read and dropped: closing now would lose the answer.
    if (!request.request().isEnded()) {
      request.request().handler(rest -> {}).resume();
    }
    if (forPeople(request)) {
      request
          .vertx()
          .executeBlocking(() -> html(request, problem), false)
          .onSuccess(page -> response.putHeader("Content-Type", HTML).end(page))
          .onFailure(failure -> tellPlainly(request, problem, failure));
    } else {
      response.putHeader("Content-Type", JSON).end(Json.encode(problem));
    }
  }

  /** The page about the problem has a problem. */
  private static void tellPlainly(RoutingContext request, Problem problem, Throwable failure) {
    LOG.error("the page about a problem cannot be shown", failure);
    request.response().putHeader("Content-Type", JSON).end(Json.encode(problem));
  }

  private String html(RoutingContext request, Problem problem) {
    var piece =
        request.request().getHeader("HX-Request") != null
            && request.request().getHeader("HX-Boosted") == null
            && request.request().getHeader("HX-History-Restore-Request") == null;
    var view =
        new View(
            piece ? "problem-piece" : "problem",
            Phrase.name(problem.title()),
            Map.of("problem", problem));
    return views.render(view, request.request().path(), Language.of(request));
  }

  private static boolean forPeople(RoutingContext request) {
    var path = request.request().path();
    if (path.startsWith("/media/") || path.equals("/health")) {
      return false;
    }
    var accept = request.request().getHeader("Accept");
    return request.request().getHeader("HX-Request") != null
        || (accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html"));
  }

  private static Problem describe(RoutingContext request) {
    var path = request.request().path();
    return switch (request.failure()) {
      case Refusal refusal -> problem(refusal.status(), message(refusal), path);
      case InputException mistake -> problem(422, message(mistake), path);
      case null -> problem(request.statusCode(), detail(request.statusCode()), path);
      default -> fault(request.failure(), request);
    };
  }

  private static String message(RuntimeException told) {
    return String.valueOf(told.getMessage());
  }

  private static Problem problem(int status, String detail, String path) {
    var known = status >= 400 ? status : 500;
    return new Problem("about:blank", title(known), known, detail, path, null);
  }

  private static Problem fault(Throwable failure, RoutingContext request) {
    var reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error(
        "{} {} failed [{}]",
        request.request().method(),
        request.request().path(),
        reference,
        failure);
    return new Problem(
        "about:blank",
        title(500),
        500,
        "Something went wrong on our side. Nothing you stored was changed by it; try again, and if"
            + " it stays, look for %s in the log.".formatted(reference),
        request.request().path(),
        reference);
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "This request cannot be read";
      case 403 -> "Not allowed";
      case 404 -> "There is nothing here";
      case 405 -> "That cannot be done here";
      case 406, 415 -> "That format is not spoken here";
      case 409 -> "Not possible right now";
      case 413 -> "Too large";
      case 422 -> "This cannot be used";
      case 503 -> "Not ready yet";
      default -> "Something went wrong";
    };
  }

  private static String detail(int status) {
    return switch (status) {
      case 404 -> "The address is wrong, or what stood here is gone.";
      case 405 -> "This address answers other methods.";
      case 400 -> "The address or a header is malformed.";
      default -> "The request was not carried out.";
    };
  }
}
