/**
 * The durable queue in PostgreSQL: typed jobs, leases, workers, progress. Knows no job by name;
 * every package may offer job types, and {@code app} registers them.
 */
@NullMarked
package org.yuyin.jobs;

import org.jspecify.annotations.NullMarked;
