package org.yuyin.training;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.yuyin.model.Recipe;

/**
 * A run that somebody wants: two requests that are equal in all but their series would give the
 * same model.
 *
 * @param datasetId row of the dataset
 * @param method as on the command line
 * @param settings every setting in force
 * @param seed of all randomness
 * @param part its place in a cross-validation; none outside of one
 * @param shuffled true for the control
 */
public record RunRequest(
    long datasetId,
    String method,
    JsonObject settings,
    long seed,
    @Nullable SeriesPart part,
    boolean shuffled) {

  /**
   * Place in a cross-validation.
   *
   * @param series which runs belong together
   * @param fold held out, from 0
   * @param folds of how many
   */
  public record SeriesPart(String series, int fold, int folds) {}

  /** A run of a recipe outside of any cross-validation. */
  public static RunRequest of(long datasetId, Recipe<?> recipe, long seed, boolean shuffled) {
    return new RunRequest(
        datasetId, recipe.method().name(), new JsonObject(recipe.asMap()), seed, null, shuffled);
  }

  /** The same as part of a cross-validation. */
  public RunRequest in(SeriesPart place) {
    return new RunRequest(datasetId, method, settings, seed, place, shuffled);
  }
}
