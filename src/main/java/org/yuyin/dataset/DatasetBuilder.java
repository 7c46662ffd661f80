package org.yuyin.dataset;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.yuyin.catalogue.IncludedAd;
import org.yuyin.catalogue.IncludedAds;
import org.yuyin.feature.ExtractionProgress;
import org.yuyin.feature.ExtractionReport;
import org.yuyin.feature.Extractor;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.FeatureExtraction;
import org.yuyin.feature.FeatureItem;
import org.yuyin.feature.FeatureStore;
import org.yuyin.feature.ItemKey;
import org.yuyin.feature.Modality;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.InputException;

/**
 * Makes a dataset of the ads of a collection that passed the filter: extracts what is not yet
 * extracted, chooses splits where the ads bring none, and keeps the snapshot. Making it again from
 * the same ads with the same extractors gives the version that is there. Blocking.
 */
public final class DatasetBuilder {
  private static final int KEYS_AT_ONCE = 10_000;

  private final DatasetLibrary library;
  private final IncludedAds ads;
  private final FeatureExtraction extraction;
  private final FeatureStore store;
  private final BlobStore blobs;

  /** Reads ads and blobs, fills the store, and adds to the library. */
  public DatasetBuilder(
      DatasetLibrary library,
      IncludedAds ads,
      FeatureExtraction extraction,
      FeatureStore store,
      BlobStore blobs) {
    this.library = library;
    this.ads = ads;
    this.extraction = extraction;
    this.store = store;
    this.blobs = blobs;
  }

  /**
   * What to make.
   *
   * @param name of the dataset
   * @param collection whose ads
   * @param extractors one for each modality
   * @param seed decides the splits of ads that bring none
   * @param labels what people accepted becomes further training pairs
   */
  public record Order(
      String name,
      String collection,
      Map<Modality, Extractor> extractors,
      long seed,
      LabelSource labels) {
    /** Of the ads alone. */
    public Order(String name, String collection, Map<Modality, Extractor> extractors, long seed) {
      this(name, collection, extractors, seed, LabelSource.none());
    }

    public Order {
      extractors = Map.copyOf(extractors);
      for (var modality : Modality.values()) {
        if (!extractors.containsKey(modality)) {
          throw new IllegalArgumentException("a dataset needs an extractor for " + modality.key());
        }
      }
    }

    ExtractorInfo info(Modality modality) {
      var extractor = extractors.get(modality);
      if (extractor == null) {
        throw new IllegalStateException("checked above");
      }
      return extractor.info();
    }
  }

  /**
   * What was made.
   *
   * @param dataset the version, new or known
   * @param extraction what had to be extracted
   * @param leftOut names of ads that lack a vector, because it could not be extracted
   */
  public record Built(DatasetInfo dataset, ExtractionReport extraction, List<String> leftOut) {}

  /**
   * Makes the dataset.
   *
   * @param progress is told after every extracted item
   * @throws InputException when the collection has no ad that can be used
   * @throws InterruptedException when stopped; what is extracted is kept
   */
  public Built build(Order order, Consumer<ExtractionProgress> progress)
      throws InterruptedException {
    DatasetLibrary.checkName(order.name());
    var included = ads.of(order.collection()).await();
    if (included.isEmpty()) {
      throw new InputException(
          "collection \"%s\" has no ad that passed the filter; take some in with: ingest"
              .formatted(order.collection()));
    }
    var report =
        extraction.run(
            included.stream().map(this::item).toList(),
            List.copyOf(order.extractors().values()),
            progress);
    var complete = withAllVectors(included, order);
    var names = complete.stream().map(IncludedAd::name).collect(Collectors.toSet());
    var leftOut = included.stream().map(IncludedAd::name).filter(n -> !names.contains(n)).toList();
    if (complete.isEmpty()) {
      throw new InputException(
          "no ad of collection \"%s\" could be described; the first failure: %s"
              .formatted(order.collection(), firstFailure(report)));
    }
    return new Built(library.keep(content(order, complete, leftOut.size())), report, leftOut);
  }

  private FeatureItem item(IncludedAd ad) {
    return new FeatureItem(ad.name(), blobs.path(ad.sha256()), ad.sha256(), Optional.of(tag(ad)));
  }

  /** A blank tag says nothing; the category does. */
  private static String tag(IncludedAd ad) {
    return ad.tag().isBlank() ? ad.category() : ad.tag();
  }

  private static String key(IncludedAd ad, Modality modality) {
    return modality == Modality.TEXT ? ItemKey.ofTag(tag(ad)) : ad.sha256();
  }

  private static String firstFailure(ExtractionReport report) {
    return report.failures().stream()
        .findFirst()
        .map(failure -> failure.item().name() + ": " + failure.reason())
        .orElse("not known");
  }

  private List<IncludedAd> withAllVectors(List<IncludedAd> included, Order order) {
    var complete = new ArrayList<>(included);
    for (var modality : Modality.values()) {
      var keys = included.stream().map(ad -> key(ad, modality)).distinct().toList();
      var present = present(order.info(modality), keys);
      complete.removeIf(ad -> !present.contains(key(ad, modality)));
    }
    return complete;
  }

  private Set<String> present(ExtractorInfo extractor, List<String> keys) {
    var present = new HashSet<String>();
    for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
      var some = keys.subList(from, Math.min(keys.size(), from + KEYS_AT_ONCE));
      present.addAll(store.present(extractor, some).await());
    }
    return present;
  }

  private DatasetLibrary.Content content(Order order, List<IncludedAd> complete, int leftOut) {
    var pairs = new ArrayList<>(pairs(complete, order.seed()));
    var reviewed = ReviewedPairs.of(order.labels().verdicts().await(), complete, pairs);
    var pictures = new ArrayList<>(complete);
    var music = new ArrayList<>(complete);
    for (var row : reviewed.added()) {
      var own = pairs.get(complete.indexOf(row.pictures()));
      pairs.add(own.withMusicOf(pairs.get(complete.indexOf(row.music()))));
      pictures.add(row.pictures());
      music.add(row.music());
    }
    var features = new EnumMap<Modality, FeatureMatrix>(Modality.class);
    var used = new EnumMap<Modality, ExtractorInfo>(Modality.class);
    for (var modality : Modality.values()) {
      var info = order.info(modality);
      var rows = modality == Modality.VIDEO || modality == Modality.TEXT ? pictures : music;
      used.put(modality, info);
      features.put(
          modality,
          new StoredMatrix(store, info, rows.stream().map(ad -> key(ad, modality)).toList()));
    }
    var origin =
        new JsonObject()
            .put("collection", order.collection())
            .put("seed", order.seed())
            .put("leftOut", leftOut);
    reviewed.note(origin);
    return new DatasetLibrary.Content(
        order.name(),
        pairs,
        features,
        Optional.empty(),
        complete.stream().anyMatch(IncludedAd::synthetic),
        FeatureOrigin.put(origin, used),
        music.stream().map(IncludedAd::id).toList());
  }

  private static List<Pair> pairs(List<IncludedAd> complete, long seed) {
    var pairs =
        complete.stream()
            .map(
                ad ->
                    new Pair(
                        ad.name(),
                        ad.category(),
                        ad.mergedCategory(),
                        tag(ad),
                        ad.trackKey(),
                        Split.TRAIN))
            .toList();
    var given = complete.stream().map(ad -> ad.split().map(Split::parse)).toList();
    return Splits.complete(pairs, given, seed);
  }
}
