package org.yuyin.account;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.yuyin.storage.InputException;

/** Hashes passwords with argon2id: slowly, on threads of its own, a few at a time. */
public final class Passwords {
  /** Shortest password that is accepted, in characters. */
  public static final int SHORTEST = 10;

  /** Longest, so that nobody keeps the processor busy with a megabyte. */
  public static final int LONGEST = 200;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  // What OWASP's password storage cheat sheet names first.
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;

  private static final int THREADS = 2;
  private static final int MOST_WAITING = 32;

  private final WorkerExecutor threads;
  private final PasswordEncoder encoder;
  private final AtomicInteger waiting = new AtomicInteger();
  private @Nullable Future<String> nobodys;

  private Passwords(Vertx vertx, PasswordEncoder encoder) {
    this.threads = vertx.createSharedWorkerExecutor("passwords", THREADS);
    this.encoder = encoder;
  }

  /** At the cost that protects real passwords: about a tenth of a second and 19 MB each. */
  public static Passwords strong(Vertx vertx) {
    return of(vertx, MEMORY_KIB, ITERATIONS);
  }

  /** At another cost. */
  public static Passwords of(Vertx vertx, int memoryKib, int iterations) {
    return new Passwords(
        vertx, new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, memoryKib, iterations));
  }

  /** Refuses what is too easy to guess. */
  static String check(String password, String userName) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new InputException(
          "a password has between %d and %d characters; a sentence is easy to remember"
              .formatted(SHORTEST, LONGEST));
    }
    if (password.toLowerCase(Locale.ROOT).equals(userName.toLowerCase(Locale.ROOT))
        || password.chars().distinct().count() < 4) {
      throw new InputException("this password is too easy to guess; a sentence is not");
    }
    return password;
  }

  /** Whether so many wait already that another should come back later. */
  boolean busy() {
    return waiting.get() > MOST_WAITING;
  }

  /** What is kept of a password. */
  Future<String> hash(String password) {
    return work(() -> Objects.requireNonNull(encoder.encode(normal(password))));
  }

  /**
   * Whether it is the password that was kept.
   *
   * @param kept empty for a user that does not exist; that takes as long, and is wrong
   */
  Future<Boolean> matches(String password, Optional<String> kept) {
    return nobodys()
        .map(kept::orElse)
        .compose(hash -> work(() -> encoder.matches(normal(password), hash)))
        .map(same -> same && kept.isPresent());
  }

  /** A hash to compare with where there is none; made when first needed, whoever is asked for. */
  private synchronized Future<String> nobodys() {
    if (nobodys == null) {
      nobodys = hash(Secrets.fresh());
    }
    return nobodys;
  }

  private <T> Future<T> work(java.util.concurrent.Callable<T> hashing) {
    waiting.incrementAndGet();
    return threads.executeBlocking(hashing, false).onComplete(_ -> waiting.decrementAndGet());
  }

  /** Keyboards differ in how they write é. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }
}
