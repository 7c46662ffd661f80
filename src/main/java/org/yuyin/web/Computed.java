package org.yuyin.web;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Answers that take long to work out: begun when first asked for, one after the other, and kept for
 * those who ask again.
 *
 * @param <K> what tells questions apart
 */
public final class Computed<K> {
  private static final int MOST_KEPT = 64;

  private final Background background;
  private final Map<K, Future<?>> known =
      new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Future<?>> eldest) {
          return size() > MOST_KEPT && eldest.getValue().isComplete();
        }
      };

  /**
   * Nothing is known yet.
   *
   * @param name of the thread that computes
   */
  public Computed(String name) {
    background = new Background(name, 1);
  }

  /**
   * The answer, maybe not complete yet. A failure is told once; whoever asks then begins anew.
   *
   * @param work always of the same type for the same key
   */
  @SuppressWarnings("unchecked") // what is kept under a key came of the same kind of work
  public synchronized <T> Future<T> get(K key, Callable<T> work) {
    var answer = (Future<T>) known.computeIfAbsent(key, _ -> background.run(work));
    if (answer.failed()) {
      known.remove(key);
    }
    return answer;
  }
}
