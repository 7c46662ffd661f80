package org.yuyin.training;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What people see of a run.
 *
 * @param id of the run
 * @param dataset name of the dataset it learns from
 * @param datasetVersion its version
 * @param synthetic true when that dataset was generated
 * @param method as on the command line
 * @param settings every setting in force
 * @param seed of all randomness
 * @param fold which fold was held out, from 0; empty without cross-validation
 * @param folds of how many
 * @param shuffled true for the control
 * @param state queued, running, stopping, cancelled, failed, lost or finished
 * @param device it computes on
 * @param codeVersion of the program that trained
 * @param bestEpoch the epoch with the lowest evaluation loss
 * @param bestLoss that loss
 * @param error why it failed
 * @param heartbeatAt last sign of life
 * @param createdAt when it was asked for
 * @param finishedAt when it ended
 * @param epochs done so far
 * @param learningSeconds spent on them, pauses between processes left out
 * @param jobId the job that trains it; empty for one that a command trains itself
 */
public record RunCard(
    long id,
    String dataset,
    int datasetVersion,
    boolean synthetic,
    String method,
    JsonObject settings,
    long seed,
    Optional<Integer> fold,
    Optional<Integer> folds,
    boolean shuffled,
    String state,
    Optional<String> device,
    String codeVersion,
    Optional<Integer> bestEpoch,
    Optional<Double> bestLoss,
    Optional<String> error,
    Optional<Instant> heartbeatAt,
    Instant createdAt,
    Optional<Instant> finishedAt,
    int epochs,
    double learningSeconds,
    Optional<Long> jobId) {
  private static final Duration SILENCE = Duration.ofMinutes(2);

  /** Whether it is expected to change. */
  public boolean live() {
    return state.equals("queued") || running();
  }

  /** Whether some process is, or should be, working on it. */
  public boolean running() {
    return state.equals("running") || state.equals("stopping");
  }

  /** Whether it says that it is running but has given no sign of life for two minutes. */
  public boolean silent() {
    return running()
        && heartbeatAt.map(at -> at.isBefore(Instant.now().minus(SILENCE))).orElse(false);
  }

  /** Whether it ended before its end, so that training may go on from its last checkpoint. */
  public boolean resumable() {
    return fold.isEmpty()
        && (state.equals("cancelled") || state.equals("lost") || state.equals("failed"));
  }

  /** Whether it was trained to its end. */
  public boolean finished() {
    return state.equals("finished");
  }

  /** Whether its model may serve: those of a cross-validation keep none. */
  public boolean servable() {
    return finished() && fold.isEmpty();
  }

  /** What programs are told of every run, wherever they ask; its number is for the asker to add. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("dataset", dataset + "@" + datasetVersion)
        .put("synthetic", synthetic)
        .put("method", method)
        .put("settings", settings)
        .put("seed", seed)
        .put("fold", fold.orElse(null))
        .put("folds", folds.orElse(null))
        .put("shuffled", shuffled)
        .put("state", state)
        .put("device", device.orElse(null))
        .put("codeVersion", codeVersion)
        .put("bestEpoch", bestEpoch.orElse(null))
        .put("bestLoss", bestLoss.orElse(null))
        .put("epochs", epochs)
        .put("error", error.orElse(null));
  }
}
