package org.yuyin.app.soak;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the studio has said that it did. It must be true whatever was killed since. */
final class Deeds {
  private final Map<String, String> decisions = new ConcurrentHashMap<>();
  private final Set<Long> ads = ConcurrentHashMap.newKeySet();
  private final Set<Long> runs = ConcurrentHashMap.newKeySet();
  private final AtomicInteger unanswered = new AtomicInteger();

  /** By item and reviewer, as {@code ITEM REVIEWER}. */
  Map<String, String> decisions() {
    return decisions;
  }

  /** Numbers of uploaded ads. */
  Set<Long> ads() {
    return ads;
  }

  /** Numbers of trainings that were asked for. */
  Set<Long> runs() {
    return runs;
  }

  /** Requests without an answer, which may have been carried out or not. */
  AtomicInteger unanswered() {
    return unanswered;
  }
}
