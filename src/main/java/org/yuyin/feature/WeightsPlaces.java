package org.yuyin.feature;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where extractors look for their weights.
 *
 * @param models folder with the weights of all, each under its extractor's name
 * @param given by name of the extractor: another folder or file for this one
 */
public record WeightsPlaces(Path models, Map<String, Path> given) {
  public WeightsPlaces {
    given = Map.copyOf(given);
  }

  /** All of them in one folder. */
  public static WeightsPlaces in(Path models) {
    return new WeightsPlaces(models, Map.of());
  }

  /** Where an extractor's weights were said to be, when they were. */
  public Optional<Path> given(String extractor) {
    return Optional.ofNullable(given.get(extractor));
  }

  /** The given place, otherwise the sub-folder of that name. */
  public Path of(String extractor) {
    return given(extractor).orElse(models.resolve(extractor));
  }
}
