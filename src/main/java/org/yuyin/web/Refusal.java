package org.yuyin.web;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that is answered with an error on purpose. Its message is shown to the user, so it says
 * what happened and what to do.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Optional<Breach> breach;
  private final transient @Nullable Phrase phrase;

  private Refusal(int status, String message) {
    this(status, message, Optional.empty());
  }

  private Refusal(int status, String message, Optional<Breach> breach) {
    super(message);
    this.status = status;
    this.breach = breach;
    this.phrase = null;
  }

  private Refusal(int status, Phrase phrase) {
    super(phrase.key());
    this.status = status;
    this.breach = Optional.empty();
    this.phrase = phrase;
  }

  /**
   * Which rule a request breaks.
   *
   * @param field that is wrong, with dots between the names of those inside of one another
   * @param rule keyword of JSON Schema, such as {@code maximum}
   */
  public record Breach(String field, String rule) {}

  /** 400: a parameter or body is not what it should be. */
  public static Refusal badRequest(String message) {
    return new Refusal(400, message);
  }

  /** 400: a field breaks a rule of the contract. */
  public static Refusal badRequest(String message, String field, String rule) {
    return new Refusal(400, message, Optional.of(new Breach(field, rule)));
  }

  /** 401: nobody knows who asks. */
  public static Refusal unauthenticated(Phrase why) {
    return new Refusal(401, why);
  }

  /** 403: whoever asks may not do this. */
  public static Refusal forbidden(Phrase why) {
    return new Refusal(403, why);
  }

  /** 403: the request comes from where it should not. */
  public static Refusal forbidden(String message) {
    return new Refusal(403, message);
  }

  /** 404: there is no such thing. */
  public static Refusal notFound(String message) {
    return new Refusal(404, message);
  }

  /** The same in the language of whoever reads it. */
  public static Refusal notFound(Phrase why) {
    return new Refusal(404, why);
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

  /** 415: the body is of a type that is not taken here. */
  public static Refusal unreadable(String message) {
    return new Refusal(415, message);
  }

  /** 422: the body arrived whole but cannot be used. */
  public static Refusal unusable(String message) {
    return new Refusal(422, message);
  }

  /** 429: this was tried too often. */
  public static Refusal tooOften(Phrase why) {
    return new Refusal(429, why);
  }

  /** 429: so many requests are more than one may send. */
  public static Refusal tooOften(String message) {
    return new Refusal(429, message);
  }

  /** 503: a part that this needs is not there yet. */
  public static Refusal notReady(String message) {
    return new Refusal(503, message);
  }

  /** The field and the rule, where the contract says them. */
  public Optional<Breach> breach() {
    return breach;
  }

  /** What to say in the reader's language; empty when the message stands for itself. */
  public Optional<Phrase> phrase() {
    return Optional.ofNullable(phrase);
  }

  /** HTTP status. */
  public int status() {
    return status;
  }
}
