package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import org.yuyin.operations.Deleted;
import org.yuyin.operations.Deletion;
import org.yuyin.operations.InUseException;
import org.yuyin.web.Background;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;
import org.yuyin.web.ranking.RankingDesk;

/**
 * {@code DELETE /api/v1/ads/ID} and {@code DELETE /api/v1/tracks/ID}, or {@code POST …/removal} for
 * forms: deletes it with all that derives from it. Says which datasets of before still hold it, and
 * answers 409 while something works with it.
 */
final class DeletionEndpoint implements Endpoint {
  private final String thing;
  private final String address;
  private final String page;
  private final LongPredicate busy;
  private final LongFunction<Optional<Deleted>> deletion;
  private final Background workers;

  private DeletionEndpoint(
      String thing,
      String address,
      String page,
      LongPredicate busy,
      LongFunction<Optional<Deleted>> deletion,
      Background workers) {
    this.thing = thing;
    this.address = address;
    this.page = page;
    this.busy = busy;
    this.deletion = deletion;
    this.workers = workers;
  }

  static DeletionEndpoint ofAds(Deletion deletion, RankingDesk desk, Background workers) {
    return new DeletionEndpoint(
        "ad", "/api/v1/ads/:id", "/ads", desk::worksOn, deletion::ad, workers);
  }

  static DeletionEndpoint ofTracks(Deletion deletion, Background workers) {
    return new DeletionEndpoint(
        "track", "/api/v1/tracks/:id", "/music", id -> false, deletion::track, workers);
  }

  @Override
  public void mount(Router router) {
    router.delete(address).handler(this::delete);
    router.post(address + "/removal").handler(this::delete);
  }

  private void delete(RoutingContext request) {
    var id = Params.id(request, "id");
    if (busy.test(id)) {
      throw Refusal.conflict(
          "Music is being looked for under %s %d; try again in a minute.".formatted(thing, id));
    }
    workers
        .run(() -> deletion.apply(id))
        .recover(DeletionEndpoint::refuse)
        .map(Refusal.unlessFound(thing, id))
        .onSuccess(deleted -> Replies.seeOther(request, page, told(id, deleted)))
        .onFailure(request::fail);
  }

  private static <T> Future<T> refuse(Throwable failure) {
    return Future.failedFuture(
        failure instanceof InUseException inUse
            ? Refusal.conflict(String.valueOf(inUse.getMessage()))
            : failure);
  }

  private static JsonObject told(long id, Deleted deleted) {
    return JsonObject.of(
        "deleted",
        id,
        "decisions",
        deleted.decisions(),
        "remainsInDatasets",
        new JsonArray(deleted.datasets()),
        "filesWait",
        deleted.filesWait());
  }
}
