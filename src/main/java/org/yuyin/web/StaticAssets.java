package org.yuyin.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.yuyin.storage.Sha256;

/**
 * Style sheets, scripts and icons from the class path: {@code /assets/…} is our {@code webroot},
 * {@code /webjars/NAME/…} is a library at the version the build chose. Kept in memory; browsers ask
 * each time and get a 304.
 */
final class StaticAssets implements Endpoint {
  // No dots at the start of a name, so there is no way up.
  private static final Pattern PLAIN_PATH =
      Pattern.compile("(?:[\\w-][\\w.-]*/)*[\\w-][\\w.-]*\\.\\w+");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "map", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "txt", "text/plain; charset=utf-8");

  private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

  private record Asset(Buffer content, String type, String tag) {}

  @Override
  public void mount(Router router) {
    router.get("/assets/*").handler(request -> serve(request, "webroot/"));
    router.get("/webjars/*").handler(request -> serve(request, "META-INF/resources/webjars/"));
    router.get("/favicon.ico").handler(request -> request.redirect("/assets/icon.svg"));
  }

  private void serve(RoutingContext request, String root) {
    var path = request.pathParam("*");
    if (path == null || !PLAIN_PATH.matcher(path).matches()) {
      request.next();
      return;
    }
    find(request, root, path)
        .onSuccess(asset -> asset.ifPresentOrElse(found -> send(request, found), request::next))
        .onFailure(request::fail);
  }

  private Future<Optional<Asset>> find(RoutingContext request, String root, String path) {
    var known = loaded.get(root + path);
    if (known != null) {
      return Future.succeededFuture(Optional.of(known));
    }
    return request.vertx().executeBlocking(() -> load(root, path), false);
  }

  private static void send(RoutingContext request, Asset asset) {
    var response =
        request.response().putHeader("ETag", asset.tag()).putHeader("Cache-Control", "no-cache");
    if (asset.tag().equals(request.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader("Content-Type", asset.type()).end(asset.content());
  }

  private Optional<Asset> load(String root, String path) {
    var resource = root.startsWith("META-INF") ? root + withVersion(path) : root + path;
    var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    try (var stream = StaticAssets.class.getClassLoader().getResourceAsStream(resource)) {
      if (stream == null || type == null) {
        return Optional.empty();
      }
      var bytes = stream.readAllBytes();
      var tag = '"' + Sha256.of(bytes).substring(0, 16) + '"';
      var asset = new Asset(Buffer.buffer(bytes), type, tag);
      loaded.put(root + path, asset);
      return Optional.of(asset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** "chart.js/dist/chart.umd.js" is "chart.js/4.4.9/dist/chart.umd.js". */
  private static String withVersion(String path) throws UncheckedIOException {
    var slash = path.indexOf('/');
    if (slash < 0) {
      return path;
    }
    var name = path.substring(0, slash);
    var description = "META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    try (var stream = StaticAssets.class.getClassLoader().getResourceAsStream(description)) {
      if (stream == null) {
        return path;
      }
      var properties = new Properties();
      properties.load(stream);
      return name + "/" + properties.getProperty("version") + path.substring(slash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
