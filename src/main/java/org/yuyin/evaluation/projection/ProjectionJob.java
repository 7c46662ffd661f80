package org.yuyin.evaluation.projection;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.Arrays;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.DatasetLibrary;
import org.yuyin.evaluation.figure.Tsne;
import org.yuyin.jobs.JobContext;
import org.yuyin.jobs.JobType;
import org.yuyin.storage.InputException;
import org.yuyin.training.Checkpoints;
import org.yuyin.training.DeviceChoice;
import org.yuyin.training.RunView;

/**
 * Lays points of a trained model out in a plane: the settings are a {@link ProjectionRequest}, the
 * result is the number of the stored picture. Up to {@link ProjectionRequest#LAID_OUT} points,
 * drawn evenly over the categories, are laid out by t-SNE; more are set beside those that they are
 * most like.
 */
public final class ProjectionJob implements JobType {
  /** As stored with each job. */
  public static final String NAME = "projection";

  private final DatasetLibrary datasets;
  private final Checkpoints checkpoints;
  private final RunView runs;
  private final ProjectionRepository projections;

  /** Works with models and datasets of one studio. */
  public ProjectionJob(Pool pool, DatasetLibrary datasets, Checkpoints checkpoints) {
    this.datasets = datasets;
    this.checkpoints = checkpoints;
    this.runs = new RunView(pool);
    this.projections = new ProjectionRepository(pool);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public JsonObject run(JobContext context) {
    var request = ProjectionRequest.of(context.settings());
    var stored = projections.find(request).await();
    long id = stored.isPresent() ? stored.get().id() : draw(context, request);
    return JsonObject.of("projection", id);
  }

  private long draw(JobContext context, ProjectionRequest request) {
    context.progress(0, 0, "encoding");
    var card =
        runs.run(request.run())
            .await()
            .orElseThrow(() -> new InputException("there is no run " + request.run()));
    var info = datasets.find(card.dataset() + "@" + card.datasetVersion());
    var snapshot = datasets.open(info);
    var rows = request.rows(snapshot);
    if (rows.length * request.kind().sides() < 10) {
      throw new InputException(
          "the %s split of %s has only %d pairs; choose another"
              .formatted(request.splitKey(), info.label(), rows.length));
    }
    try (var encoder = checkpoints.load(request.run(), DeviceChoice.best())) {
      return draw(context, request, info, new Sides(request, snapshot, encoder, rows));
    }
  }

  private long draw(JobContext context, ProjectionRequest request, DatasetInfo info, Sides sides) {
    var first = sides.sample(ProjectionRequest.LAID_OUT);
    var encoded = sides.encode(first);
    context.checkStop();
    var tsne = Tsne.of(encoded.length, request.seed());
    var layout =
        tsne.layOut(
            encoded,
            iteration -> context.progress(iteration, tsne.iterations(), "laying out"),
            context::stopRequested);
    context.checkStop();
    var places = layout.orElseThrow(() -> new IllegalStateException("t-SNE gave no layout"));
    context.progress(tsne.iterations(), tsne.iterations(), "measuring");
    var summary = sides.summary(first, encoded, places);
    var all = sides.sample(Math.min(request.most(), ProjectionRequest.MOST));
    var points =
        all.length <= first.length
            ? sides.points(first, places)
            : beside(context, sides, all, encoded, places);
    summary.put("points", points.size()).put("available", sides.available());
    return context
        .write(client -> projections.save(client, request, info.id(), points, summary))
        .await();
  }

  /** In parts, so that a wish to stop is heard. */
  private static PointSet beside(
      JobContext context, Sides sides, int[] all, float[][] known, double[][] layout) {
    int part = 2_000;
    var places = new double[all.length * sides.perPair()][];
    for (int from = 0; from < all.length; from += part) {
      context.checkStop();
      context.progress(from, all.length, "placing");
      var rows = Arrays.copyOfRange(all, from, Math.min(all.length, from + part));
      var placed = Beside.place(sides.encode(rows), known, layout);
      // The sides stand one after the other in each part, and so they must in the whole.
      for (int side = 0; side < sides.perPair(); side++) {
        System.arraycopy(placed, side * rows.length, places, side * all.length + from, rows.length);
      }
    }
    return sides.points(all, places);
  }
}
