package org.yuyin.retrieval;

import io.micrometer.core.instrument.Metrics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Models ready to be asked: loaded at the first question and kept until others are asked more
 * lately, or the music that they could recommend has changed. Questions are answered one after the
 * other. Blocking.
 */
public final class LoadedModels implements AutoCloseable {
  // Two to compare, and the one in service.
  private static final int MOST = 3;

  private final ServingModels models;
  private final Map<Long, ServingModel> loaded = new LinkedHashMap<>(MOST, 1, true);
  // Read by whoever measures, who must not wait for a question that is being answered.
  private final AtomicInteger indexed = new AtomicInteger();
  private String stamp = "";

  /** Loads from there. */
  public LoadedModels(ServingModels models) {
    this.models = models;
    Metrics.gauge("yuyin.index.items", indexed);
  }

  /**
   * Asks a model, which must not be kept.
   *
   * @param run whose model; empty for the one in service
   */
  public synchronized <T> T ask(Optional<Long> run, Function<ServingModel, T> question) {
    long wanted = run.orElseGet(models::current);
    forgetIfMusicChanged();
    var model = loaded.get(wanted);
    if (model == null) {
      makeRoom();
      model = models.open(wanted);
      loaded.put(wanted, model);
      count();
    }
    return question.apply(model);
  }

  private void forgetIfMusicChanged() {
    var now = models.stamp();
    if (!now.equals(stamp)) {
      close();
      stamp = now;
    }
  }

  /** Closes the one that was asked longest ago. */
  private void makeRoom() {
    if (loaded.size() == MOST) {
      var eldest = loaded.entrySet().iterator().next();
      eldest.getValue().close();
      loaded.remove(eldest.getKey());
    }
  }

  private void count() {
    indexed.set(loaded.values().stream().mapToInt(model -> model.items().size()).sum());
  }

  @Override
  public synchronized void close() {
    loaded.values().forEach(ServingModel::close);
    loaded.clear();
    count();
  }
}
