package org.yuyin.retrieval;

import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.FeatureOrigin;
import org.yuyin.feature.Extractor;
import org.yuyin.feature.Extractors;
import org.yuyin.feature.Modality;
import org.yuyin.storage.InputException;

/** Finds the extractors that made a dataset, so that new media can be described like its own. */
final class DatasetExtractors {
  private final Extractors extractors;

  DatasetExtractors(Extractors extractors) {
    this.extractors = extractors;
  }

  /**
   * The extractor of a modality, in the version that the dataset was made with.
   *
   * @throws InputException when the dataset does not say, or the extractor is another by now
   */
  Extractor of(DatasetInfo dataset, Modality modality) {
    var used =
        FeatureOrigin.of(dataset, modality)
            .orElseThrow(
                () ->
                    new InputException(
                        "dataset %s was imported without saying which extractor made its %s features,"
                                .formatted(dataset.label(), modality.key())
                            + " so nothing new can be described like them; import it again with"
                            + " --extractor %s=NAME and train on that".formatted(modality.key())));
    var extractor = extractors.named(used.name());
    if (!used.matches(extractor.info())) {
      throw new InputException(
          "dataset %s was made with version %d of %s, and this is version %d; make the dataset again"
                  .formatted(
                      dataset.label(), used.version(), used.name(), extractor.info().version())
              + " and train on it");
    }
    return extractor;
  }
}
