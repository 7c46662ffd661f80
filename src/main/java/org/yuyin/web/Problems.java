package org.yuyin.web;

import io.vertx.core.Handler;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.storage.DatabaseProblems;
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
    answer(request);
  }

  /** People are told in their language, programs in English. */
  private void answer(RoutingContext request) {
    boolean people = forPeople(request);
    var words = views.words(people ? Language.of(request) : Language.ENGLISH);
    var problem = describe(request, words);
    var response = request.response().setStatusCode(problem.status());
    response.headers().remove("Content-Length").remove("Cache-Control").remove("ETag");
    response.headers().remove("Content-Disposition"); // a problem is read, not kept as a file
    response.putHeader("Cache-Control", "no-store");
    // What is left of a refused body is read and dropped: closing now would lose the answer.
    if (!request.request().isEnded()) {
      request.request().handler(rest -> {}).resume();
    }
    if (people) {
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
    return views.render(view, Reader.of(request));
  }

  private static boolean forPeople(RoutingContext request) {
    var path = request.request().path();
    if (path.startsWith("/media/") || path.equals("/metrics") || path.startsWith("/health")) {
      return false;
    }
    var accept = request.request().getHeader("Accept");
    return request.request().getHeader("HX-Request") != null
        || (accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html"));
  }

  private static Problem describe(RoutingContext request, Words words) {
    var path = request.request().path();
    return switch (request.failure()) {
      case Refusal refusal -> problem(refusal, path, words);
      case InputException mistake -> problem(422, message(mistake), path, words);
      case null -> {
        int status = request.statusCode();
        yield problem(status, words.phrase(detail(status)), path, words);
      }
      case Throwable failure when DatabaseProblems.explain(failure).isPresent() -> {
        LOG.warn("{}: the database is away: {}", path, failure.getMessage());
        yield problem(503, words.phrase(Phrase.of("problem.databaseAway")), path, words);
      }
      default -> fault(request.failure(), request, words);
    };
  }

  private static String message(Refusal refusal, Words words) {
    return refusal.phrase().map(words::phrase).orElseGet(() -> message(refusal));
  }

  private static String message(RuntimeException told) {
    return String.valueOf(told.getMessage());
  }

  private static Problem problem(int status, String detail, String path, Words words) {
    var known = status >= 400 ? status : 500;
    return new Problem(
        "about:blank", words.phrase(title(known)), known, detail, path, null, null, null);
  }

  private static Problem problem(Refusal refusal, String path, Words words) {
    var plain = problem(refusal.status(), message(refusal, words), path, words);
    return refusal
        .breach()
        .map(
            breach ->
                new Problem(
                    plain.type(),
                    plain.title(),
                    plain.status(),
                    plain.detail(),
                    path,
                    breach.field(),
                    breach.rule(),
                    null))
        .orElse(plain);
  }

  private static Problem fault(Throwable failure, RoutingContext request, Words words) {
    var reference = RequestIds.of(request);
    RequestIds.logging(
        request,
        () ->
            LOG.error(
                "{} {} failed [{}]",
                request.request().method(),
                request.request().path(),
                reference,
                failure));
    return new Problem(
        "about:blank",
        words.phrase(title(500)),
        500,
        words.phrase(Phrase.of("problem.fault", reference)),
        request.request().path(),
        null,
        null,
        reference);
  }

  private static Phrase title(int status) {
    return switch (status) {
      case 400 -> Phrase.of("problem.unreadable");
      case 401 -> Phrase.of("problem.signIn");
      case 403 -> Phrase.of("problem.forbidden");
      case 404 -> Phrase.of("problem.nothing");
      case 405 -> Phrase.of("problem.method");
      case 406, 415 -> Phrase.of("problem.format");
      case 409 -> Phrase.of("problem.conflict");
      case 413 -> Phrase.of("problem.tooLarge");
      case 422 -> Phrase.of("problem.unusable");
      case 429 -> Phrase.of("problem.tooOften");
      case 503 -> Phrase.of("problem.notReady");
      default -> Phrase.of("problem.wrong");
    };
  }

  private static Phrase detail(int status) {
    return switch (status) {
      case 404 -> Phrase.of("problem.nothingWhy");
      case 405 -> Phrase.of("problem.methodWhy");
      case 400 -> Phrase.of("problem.unreadableWhy");
      default -> Phrase.of("problem.wrongWhy");
    };
  }
}
