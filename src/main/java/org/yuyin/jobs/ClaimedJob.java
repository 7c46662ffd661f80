package org.yuyin.jobs;

import io.vertx.core.json.JsonObject;

/**
 * A job in the hands of a worker.
 *
 * @param attempt the fencing token: a write that carries an older one is refused
 */
public record ClaimedJob(long id, String type, JsonObject settings, int attempt) {}
