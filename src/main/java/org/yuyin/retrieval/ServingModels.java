package org.yuyin.retrieval;

import io.vertx.sqlclient.Pool;
import org.yuyin.catalogue.UploadedTracks;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.DatasetLibrary;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.InputException;
import org.yuyin.training.Checkpoints;
import org.yuyin.training.DeviceChoice;
import org.yuyin.training.RunCard;
import org.yuyin.training.RunView;

/** Loads models with their pools. Blocking. */
public final class ServingModels {
  private final DataFolder data;
  private final DatasetLibrary datasets;
  private final RunView runs;
  private final ServingRepository serving;
  private final PoolRepository pools;
  private final UploadedTracks uploads;
  private final UploadedMusic uploaded;
  private final Checkpoints checkpoints;
  private final DeviceChoice device;

  /** Models of that data folder and database, computing on that device. */
  public ServingModels(
      DataFolder data,
      Pool pool,
      DatasetLibrary datasets,
      UploadedMusic uploaded,
      Checkpoints checkpoints,
      DeviceChoice device) {
    this.data = data;
    this.datasets = datasets;
    this.runs = new RunView(pool);
    this.serving = new ServingRepository(pool);
    this.pools = new PoolRepository(pool);
    this.uploads = new UploadedTracks(pool);
    this.uploaded = uploaded;
    this.checkpoints = checkpoints;
    this.device = device;
  }

  /** The run to ask when nobody names one; see {@link ServingRepository#recommending}. */
  public long current() {
    return serving
        .recommending()
        .await()
        .orElseThrow(
            () -> new InputException("there is no trained model yet; make one with: train"));
  }

  /** The dataset of the run to ask when nobody names one. */
  public DatasetInfo servedDataset() {
    return dataset(card(current()));
  }

  /** Text that differs once a model that is loaded now would find other music. */
  String stamp() {
    return uploads.stamp().await();
  }

  /** Loads the model of a run; the caller closes it. */
  public ServingModel open(long run) {
    var card = card(run);
    if (!card.finished()) {
      throw new InputException(
          "run %d is %s; only a run that is finished can recommend".formatted(run, card.state()));
    }
    var info = dataset(card);
    var snapshot = datasets.open(info);
    var items = pools.items(info, snapshot.pairs()).await();
    var encoder = checkpoints.load(run, device);
    try {
      return new ServingModel(
          new ServingModel.Facts(run, card.method(), info),
          new Trained(run, encoder, snapshot),
          items,
          uploaded.pool(info, encoder),
          new PointsCache(data));
    } catch (RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  private RunCard card(long run) {
    return runs.run(run)
        .await()
        .orElseThrow(() -> new InputException("there is no run %d; see: runs list".formatted(run)));
  }

  private DatasetInfo dataset(RunCard card) {
    return datasets.find(card.dataset() + "@" + card.datasetVersion());
  }
}
