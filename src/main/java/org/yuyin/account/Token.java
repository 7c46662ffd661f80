package org.yuyin.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A secret that lets a program speak for a user.
 *
 * @param role that it may use, never more than its user's
 */
public record Token(
    long id,
    User user,
    String name,
    Role role,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> usedAt,
    Optional<Instant> revokedAt) {
  /** Whether it still opens anything at a moment. */
  public boolean liveAt(Instant now) {
    return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
  }
}
