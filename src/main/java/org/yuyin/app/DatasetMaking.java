package org.yuyin.app;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yuyin.catalogue.IncludedAds;
import org.yuyin.dataset.DatasetBuilder;
import org.yuyin.dataset.DatasetRequest;
import org.yuyin.dataset.LabelSource;
import org.yuyin.feature.Extractor;
import org.yuyin.feature.FeatureExtraction;
import org.yuyin.feature.FeatureStore;
import org.yuyin.feature.Modality;
import org.yuyin.jobs.JobContext;
import org.yuyin.review.GradedVerdicts;

/** What makes datasets of the catalogue's ads; for the commands and jobs that do. */
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

  /** Looks up what a request names; an unknown extractor is refused. */
  static DatasetBuilder.Order order(Studio studio, DatasetRequest request) {
    return new DatasetBuilder.Order(
        request.name(),
        request.collection(),
        extractors(studio, request.extractors()),
        request.seed(),
        request.verdicts() ? new GradedVerdicts(studio.database().pool()) : LabelSource.none());
  }

  /** Makes a dataset as a job, which can be stopped and tells how far it is. */
  static DatasetBuilder.Built build(Studio studio, DatasetRequest request, JobContext context)
      throws Exception {
    var order = order(studio, request);
    var self = Thread.currentThread();
    return context.telling(
        self::interrupt,
        () ->
            builder(studio)
                .build(order, now -> context.progress(now.done(), now.total(), "features")));
  }

  /** Why ads were left out, each in one line. */
  static List<String> failures(DatasetBuilder.Built built) {
    return built.extraction().failures().stream()
        .map(
            failure ->
                "%s (%s: %s)"
                    .formatted(failure.item().name(), failure.extractor(), failure.reason()))
        .toList();
  }

  /** For each modality the chosen extractor, otherwise the strongest that can be used here. */
  private static Map<Modality, Extractor> extractors(Studio studio, Map<Modality, String> chosen) {
    var extractors = new EnumMap<Modality, Extractor>(Modality.class);
    for (var modality : Modality.values()) {
      var named = chosen.get(modality);
      extractors.put(
          modality,
          named == null
              ? studio.extractors().preferred(modality)
              : studio.extractors().named(named, modality));
    }
    return extractors;
  }
}
