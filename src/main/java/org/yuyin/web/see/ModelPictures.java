package org.yuyin.web.see;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yuyin.dataset.DatasetLibrary;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.dataset.Pair;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.PairedPoints;
import org.yuyin.evaluation.figure.CategoryConfusion;
import org.yuyin.evaluation.figure.CategorySample;
import org.yuyin.evaluation.figure.GateWeights;
import org.yuyin.evaluation.figure.PairSimilarity;
import org.yuyin.evaluation.figure.Panel;
import org.yuyin.model.Methods;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.InputException;
import org.yuyin.training.Checkpoints;
import org.yuyin.training.DeviceChoice;
import org.yuyin.training.RunView;
import org.yuyin.web.Computed;

/** Pictures of one model that take seconds: worked out when first asked for, then kept. */
public final class ModelPictures {
  private static final Split SPLIT = Split.TEST;
  private static final int MOST_PAIRS = 2_000;
  private static final int MOST_PIECES = 300;
  private static final int FEWEST = 2;
  private static final long SEED = 0;

  private final RunView runs;
  private final DatasetLibrary datasets;
  private final Checkpoints checkpoints;
  private final Computed<Asked> computed = new Computed<>("web-pictures");

  /** Models and datasets of that data folder. */
  public ModelPictures(Pool pool, DataFolder folder) {
    runs = new RunView(pool);
    datasets = new DatasetLibrary(folder, new DatasetRepository(pool));
    checkpoints = new Checkpoints(folder, Methods.standard());
  }

  private record Asked(String what, long run) {}

  /**
   * A picture with how many pairs went into it.
   *
   * @param drawn that were used
   * @param available in the test split
   */
  public record Picture<T>(T content, int drawn, int available) {}

  /** How alike true pairs and wrong ones are. */
  public Future<Picture<Panel.Curves>> similarity(long run) {
    return computed.get(
        new Asked("similarity", run),
        () -> {
          var rows = rows(run, MOST_PAIRS);
          return rows.picture(
              PairSimilarity.panel("similarity", "", rows.encoded(run, checkpoints), SEED));
        });
  }

  /** What the fusion weighs; empty for a model without gates. */
  public Future<Picture<Optional<GateWeights>>> weights(long run) {
    return computed.get(
        new Asked("weights", run),
        () -> {
          var rows = rows(run, MOST_PIECES);
          return rows.picture(
              GateWeights.of(checkpoints.read(run).weights(), rows.snapshot(), rows.chosen()));
        });
  }

  /** Which categories are taken for which. */
  public Future<Picture<CategoryConfusion>> confusion(long run) {
    return computed.get(
        new Asked("confusion", run),
        () -> {
          var rows = rows(run, MOST_PAIRS);
          return rows.picture(
              CategoryConfusion.of(
                  rows.encoded(run, checkpoints),
                  rows.snapshot().mergedCategories(),
                  checkpoints.read(run).weights()));
        });
  }

  private Rows rows(long run, int most) {
    var card =
        runs.run(run).await().orElseThrow(() -> new InputException("there is no run " + run));
    var snapshot = datasets.open(card.dataset() + "@" + card.datasetVersion());
    var all = snapshot.rowsOf(SPLIT);
    if (all.length < FEWEST) {
      throw new InputException("the test split of " + card.dataset() + " is empty");
    }
    return new Rows(snapshot, all.length <= most ? all : drawn(snapshot, all, most), all.length);
  }

  /** At most so many, as evenly over the categories as they come. */
  private static int[] drawn(Snapshot snapshot, int[] all, int most) {
    List<Pair> pairs = Arrays.stream(all).mapToObj(snapshot.pairs()::get).toList();
    int each = Math.max(1, most / snapshot.mergedCategories().size());
    return Arrays.stream(CategorySample.rows(pairs, each, SEED)).map(i -> all[i]).toArray();
  }

  /** Pairs that go into a picture. */
  private record Rows(Snapshot snapshot, int[] chosen, int available) {
    PairedPoints encoded(long run, Checkpoints checkpoints) {
      try (var encoder = checkpoints.load(run, DeviceChoice.best())) {
        return PairedPoints.encode(encoder, snapshot, chosen);
      }
    }

    <T> Picture<T> picture(T content) {
      return new Picture<>(content, chosen.length, available);
    }
  }
}
