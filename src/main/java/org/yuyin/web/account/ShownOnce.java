package org.yuyin.web.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * New tokens on their way to the page that shows them, once. In memory only, by session, so that
 * they stand in no address and in no database.
 */
public final class ShownOnce {
  private static final int MOST = 1000;

  private final Map<Long, String> bySession =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
          return size() > MOST;
        }
      };

  /** Nothing waits. */
  public ShownOnce() {}

  /** Keeps a token for the next page of a session. */
  public synchronized void put(long sessionId, String token) {
    bySession.put(sessionId, token);
  }

  /** The token that waits for a session; the next call finds none. */
  public synchronized Optional<String> take(long sessionId) {
    return Optional.ofNullable(bySession.remove(sessionId));
  }
}
