/**
 * Asking for music without waiting on the event loop: one task for each ad, on a worker, with the
 * stage it is at. The ranking itself is worked out by {@code retrieval}.
 */
@NullMarked
package org.yuyin.web.ranking;

import org.jspecify.annotations.NullMarked;
