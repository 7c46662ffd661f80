package org.yuyin.web;

import java.util.Optional;
import java.util.function.Function;

/**
 * A request that is answered with an error on purpose. Its message is shown to the user, so it says
 * what happened and what to do.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private Refusal(int status, String message) {
    super(message);
    this.status = status;
  }

  /** 400: a parameter or body is not what it should be. */
  public static Refusal badRequest(String message) {
    return new Refusal(400, message);
  }

  /** 403: the request comes from where it should not. */
  public static Refusal forbidden(String message) {
    return new Refusal(403, message);
  }

  /** 404: there is no such thing. */
  public static Refusal notFound(String message) {
    return new Refusal(404, message);
  }

  /** Takes what was found, or refuses with 404: there is no {@code thing} of that number. */
  public static <T> Function<Optional<T>, T> unlessFound(String thing, long id) {
    return unlessFound(thing, String.valueOf(id));
  }

  /** The same for things with names. */
  public static <T> Function<Optional<T>, T> unlessFound(String thing, String name) {
    return found -> found.orElseThrow(() -> notFound("There is no %s %s.".formatted(thing, name)));
  }

  /** 409: the thing is there, but not in a state for this. */
  public static Refusal conflict(String message) {
    return new Refusal(409, message);
  }

  /** 413: the body exceeds its limit. */
  public static Refusal tooLarge(String message) {
    return new Refusal(413, message);
  }

  /** 422: the body arrived whole but cannot be used. */
  public static Refusal unusable(String message) {
    return new Refusal(422, message);
  }

  /** 503: a part that this needs is not there yet. */
  public static Refusal notReady(String message) {
    return new Refusal(503, message);
  }

  /** HTTP status. */
  public int status() {
    return status;
  }
}
