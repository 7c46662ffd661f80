package org.yuyin.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import org.yuyin.catalogue.MusicTable;
import org.yuyin.storage.InputException;
import org.yuyin.web.Endpoint;

/**
 * {@code POST /api/v1/music-table}: a CSV file that says what uploaded music is and may be used
 * for; see {@link MusicTable}. All of it counts, or nothing.
 */
final class TrackTableEndpoint implements Endpoint {
  private final Pool pool;
  private final Incoming incoming;

  TrackTableEndpoint(Pool pool, Incoming incoming) {
    this.pool = pool;
    this.incoming = incoming;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/v1/music-table").handler(this::take);
  }

  private void take(RoutingContext request) {
    incoming
        .take(request, "table.csv", TrackTableEndpoint::read)
        .compose(table -> table.apply(pool))
        .onSuccess(
            outcome ->
                Replies.json(
                    request,
                    JsonObject.of(
                        "changed", outcome.changed(), "unknown", new JsonArray(outcome.unknown()))))
        .onFailure(request::fail);
  }

  private static MusicTable read(Path file, String name) {
    try {
      return MusicTable.of(file);
    } catch (InputException e) {
      var received = file.getFileName().toString();
      var told = String.valueOf(e.getMessage()).replace(file.toString(), name);
      throw new InputException(told.replace(received, name), e);
    }
  }
}
