package org.yuyin.review;

import java.time.Instant;

/**
 * What one person decided about one item, as it stands in files.
 *
 * @param item number of the item
 * @param reviewer who
 * @param answer what
 * @param decidedAt when
 */
public record RawDecision(long item, String reviewer, Answer answer, Instant decidedAt) {}
