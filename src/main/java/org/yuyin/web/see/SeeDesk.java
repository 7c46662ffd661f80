package org.yuyin.web.see;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yuyin.dataset.DatasetLibrary;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.dataset.Pair;
import org.yuyin.evaluation.projection.PointSet;
import org.yuyin.evaluation.projection.Projection;
import org.yuyin.evaluation.projection.ProjectionJob;
import org.yuyin.evaluation.projection.ProjectionRepository;
import org.yuyin.evaluation.projection.ProjectionRequest;
import org.yuyin.evaluation.projection.RowAds;
import org.yuyin.evaluation.projection.RowAds.RowAd;
import org.yuyin.jobs.Job;
import org.yuyin.jobs.JobOrder;
import org.yuyin.jobs.JobRepository;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.InputException;
import org.yuyin.web.Computed;

/** Finds pictures, queues those that are wanted, and tells what their points are. */
public final class SeeDesk {
  private final ProjectionRepository projections;
  private final JobRepository jobs;
  private final RowAds ads;
  private final DatasetRepository datasets;
  private final DatasetLibrary library;
  private final Computed<Long> pairs = new Computed<>("web-pairs");

  /** Works on that data folder and its database. */
  public SeeDesk(Pool pool, DataFolder folder) {
    projections = new ProjectionRepository(pool);
    jobs = new JobRepository(pool);
    ads = new RowAds(pool);
    datasets = new DatasetRepository(pool);
    library = new DatasetLibrary(folder, datasets);
  }

  /**
   * How far a picture is.
   *
   * @param stored once it was worked out
   * @param job the last that was to work it out
   */
  public record State(Optional<Projection> stored, Optional<Job> job) {
    /** Whether it waits or is worked on. */
    public boolean underWay() {
      return stored.isEmpty() && job.filter(it -> !it.state().ended()).isPresent();
    }
  }

  /** How far the picture of a request is. */
  public Future<State> state(ProjectionRequest request) {
    var stored = projections.find(request);
    var job = jobs.latest(ProjectionJob.NAME, request.toJson());
    return Future.all(stored, job).map(done -> new State(stored.result(), job.result()));
  }

  /** Queues a picture unless it is there or under way. */
  public Future<Void> want(ProjectionRequest request) {
    return state(request)
        .compose(
            state ->
                state.stored().isPresent() || state.underWay()
                    ? Future.succeededFuture()
                    : jobs.enqueue(order(request)).mapEmpty());
  }

  private static JobOrder order(ProjectionRequest request) {
    return JobOrder.of(ProjectionJob.NAME, request.toJson()).withPriority(JobOrder.AWAITED).once();
  }

  /** Stops working on a picture; false when nobody does. */
  public Future<Boolean> cancel(ProjectionRequest request) {
    return state(request)
        .compose(
            state ->
                state.underWay()
                    ? jobs.cancel(state.job().orElseThrow().id())
                    : Future.succeededFuture(false));
  }

  /** One picture. */
  public Future<Optional<Projection>> projection(long id) {
    return projections.byId(id);
  }

  /** Its points. */
  public Future<Optional<PointSet>> points(long id) {
    return projections.points(id);
  }

  /**
   * What a point is.
   *
   * @param row of the dataset
   * @param pair that stands there
   * @param ad it was made of; empty for an imported dataset
   */
  public record Item(int row, Pair pair, Optional<RowAd> ad) {}

  /** What some points of a picture are, in the order asked; rows that do not exist are left out. */
  public Future<List<Item>> items(Projection projection, Collection<Integer> rows) {
    var found = ads.of(projection.datasetId(), rows);
    var all = pairs(projection.datasetId());
    return Future.all(found, all)
        .map(
            done -> {
              Map<Integer, RowAd> byRow =
                  found.result().stream()
                      .collect(Collectors.toMap(RowAd::row, Function.identity()));
              return rows.stream()
                  .filter(row -> row >= 0 && row < all.result().size())
                  .map(
                      row ->
                          new Item(row, all.result().get(row), Optional.ofNullable(byRow.get(row))))
                  .toList();
            });
  }

  private Future<List<Pair>> pairs(long datasetId) {
    return pairs.get(
        datasetId,
        () ->
            library
                .open(
                    datasets
                        .find(datasetId)
                        .await()
                        .orElseThrow(() -> new InputException("that dataset is gone")))
                .pairs());
  }
}
