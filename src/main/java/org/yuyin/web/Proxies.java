package org.yuyin.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;

/**
 * What stands before the server, and so is believed when it says where a request came from. Anybody
 * else who says so is not.
 *
 * @param trusted addresses of proxies
 */
public record Proxies(Set<String> trusted) {
  /** Nothing stands before it. */
  public static final Proxies NONE = new Proxies(Set.of());

  public Proxies {
    trusted = Set.copyOf(trusted);
  }

  /** Whether the browser speaks https, with us or with a proxy. */
  public boolean secure(HttpServerRequest request) {
    return request.isSSL()
        || (byProxy(request) && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
  }

  /** Address of whoever asks; of the nearest one that is no proxy of ours. */
  public String address(HttpServerRequest request) {
    var peer = peer(request);
    var forwarded = request.getHeader("X-Forwarded-For");
    if (!byProxy(request) || forwarded == null) {
      return peer;
    }
    var way = List.of(forwarded.split(",")).reversed();
    return way.stream()
        .map(String::strip)
        .filter(hop -> !hop.isEmpty() && !trusted.contains(hop))
        .findFirst()
        .orElse(peer);
  }

  private boolean byProxy(HttpServerRequest request) {
    return trusted.contains(peer(request));
  }

  private static String peer(HttpServerRequest request) {
    var address = request.remoteAddress();
    return address == null ? "" : String.valueOf(address.hostAddress());
  }
}
