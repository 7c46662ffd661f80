package org.yuyin.account;

import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param address that it signed in from
 * @param browser what it called itself
 */
public record Session(
    long id, User user, String address, String browser, Instant createdAt, Instant usedAt) {}
