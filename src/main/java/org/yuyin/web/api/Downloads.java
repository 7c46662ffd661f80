package org.yuyin.web.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Answers that browsers keep as files. */
final class Downloads {
  private Downloads() {}

  /** Names the file and its type. */
  static void name(RoutingContext request, String file, String type) {
    request.response().putHeader(HttpHeaders.CONTENT_TYPE, type);
    name(request, file);
  }

  /**
   * Names the file as RFC 6266 has it: as it is for those who read UTF-8, in ASCII for the others.
   */
  static void name(RoutingContext request, String file) {
    var plain = file.replaceAll("[^ -~]|[\"\\\\/%]", "_");
    var whole =
        URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    request
        .response()
        .putHeader(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, whole));
  }
}
