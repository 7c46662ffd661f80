package org.yuyin.web.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Answers that browsers keep as files. */
final class Downloads {
  private Downloads() {}

  /** Names the file and its type. */
  static void name(RoutingContext request, String file, String type) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
  }
}
