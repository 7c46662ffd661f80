package org.yuyin.app;

import java.util.EnumMap;
import java.util.Map;
import org.yuyin.catalogue.IncludedAds;
import org.yuyin.dataset.DatasetBuilder;
import org.yuyin.feature.Extractor;
import org.yuyin.feature.FeatureExtraction;
import org.yuyin.feature.FeatureStore;
import org.yuyin.feature.Modality;
import org.yuyin.storage.InputException;

/** What makes datasets of the catalogue's ads; for the commands that do. */
final class DatasetMaking {
  private DatasetMaking() {}

  static DatasetBuilder builder(Studio studio) {
    var store = new FeatureStore(studio.database().pool());
    return new DatasetBuilder(
        studio.datasets(),
        new IncludedAds(studio.database().pool()),
        new FeatureExtraction(studio.media(), store),
        store,
        studio.blobs());
  }

  /** For each modality the chosen extractor, otherwise the strongest that can be used here. */
  static Map<Modality, Extractor> extractors(Studio studio, Map<Modality, String> chosen) {
    var extractors = new EnumMap<Modality, Extractor>(Modality.class);
    for (var modality : Modality.values()) {
      var named = chosen.get(modality);
      var extractor =
          named == null
              ? studio.extractors().preferred(modality)
              : studio.extractors().named(named);
      if (extractor.info().modality() != modality) {
        throw new InputException(
            "%s describes %s, not %s"
                .formatted(named, extractor.info().modality().key(), modality.key()));
      }
      extractors.put(modality, extractor);
    }
    return extractors;
  }
}
