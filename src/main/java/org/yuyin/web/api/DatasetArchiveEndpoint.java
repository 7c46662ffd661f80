package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.DatasetLibrary;
import org.yuyin.dataset.DatasetReference;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.web.Background;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Refusal;

/**
 * {@code GET /api/v1/datasets/NAME@VERSION/archive}: a dataset as a ZIP archive of the folder that
 * {@code dataset import} takes; made while it is sent.
 */
final class DatasetArchiveEndpoint implements Endpoint {
  private static final int PORTION = 64 * 1024;

  private final DatasetRepository datasets;
  private final DatasetLibrary library;
  private final Background workers;

  DatasetArchiveEndpoint(DatasetRepository datasets, DatasetLibrary library, Background workers) {
    this.datasets = datasets;
    this.library = library;
    this.workers = workers;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/v1/datasets/:dataset/archive").handler(this::answer);
  }

  private void answer(RoutingContext request) {
    var wanted = request.pathParam("dataset");
    datasets
        .find(DatasetReference.parse(wanted))
        .map(Refusal.unlessFound("dataset", wanted))
        .compose(info -> send(request, info))
        .onFailure(request::fail);
  }

  private Future<Void> send(RoutingContext request, DatasetInfo info) {
    Downloads.name(request, info.label() + ".zip", "application/zip");
    request.response().setChunked(true);
    return workers
        .run(
            () -> {
              write(request, info);
              return null;
            })
        .compose(_ -> request.response().end());
  }

  private void write(RoutingContext request, DatasetInfo info) throws IOException {
    try (var out = new BufferedOutputStream(new ResponseStream(request.response()), PORTION)) {
      library.zip(info, out);
    }
  }
}
