package org.yuyin.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the audit log.
 *
 * @param id the higher, the later
 * @param target what it was done to: a user, a token, a method with a path
 * @param status of a request's answer
 */
public record AuditEntry(
    long id, Instant at, Actor actor, Deed deed, String target, Optional<Integer> status) {}
