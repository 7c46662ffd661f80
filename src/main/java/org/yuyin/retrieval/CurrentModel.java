package org.yuyin.retrieval;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The model in service, loaded at the first question and again whenever another run is put into
 * service. Questions are answered one after the other. Blocking.
 */
public final class CurrentModel implements AutoCloseable {
  private final ServingModels models;
  private @Nullable ServingModel loaded;

  /** Loads from there. */
  public CurrentModel(ServingModels models) {
    this.models = models;
  }

  /** Asks the model that is in service now; it must not be kept. */
  public synchronized <T> T ask(Function<ServingModel, T> question) {
    long run = models.current();
    if (loaded == null || loaded.run() != run) {
      close();
      loaded = models.open(run);
    }
    return question.apply(loaded);
  }

  @Override
  public synchronized void close() {
    if (loaded != null) {
      loaded.close();
      loaded = null;
    }
  }
}
