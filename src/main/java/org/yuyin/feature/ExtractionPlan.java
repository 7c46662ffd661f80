package org.yuyin.feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an extraction has to do: which extractors each distinct item still needs.
 *
 * @param items distinct items by content
 * @param frames missing for an item; an item without is left out
 * @param sounds likewise
 * @param tags missing texts
 */
record ExtractionPlan(
    List<FeatureItem> items,
    Map<FeatureItem, List<FrameExtractor>> frames,
    Map<FeatureItem, List<SoundExtractor>> sounds,
    Map<TextExtractor, List<String>> tags) {
  // A query's list of keys stays below a megabyte.
  private static final int KEYS_AT_ONCE = 10_000;

  static ExtractionPlan of(
      List<FeatureItem> asked, List<? extends Extractor> extractors, FeatureStore store) {
    Map<String, FeatureItem> byContent = new LinkedHashMap<>();
    asked.forEach(item -> byContent.putIfAbsent(item.sha256(), item));
    Map<String, String> texts = new LinkedHashMap<>();
    asked.forEach(item -> item.tag().ifPresent(tag -> texts.put(ItemKey.ofTag(tag), tag)));

    var plan =
        new ExtractionPlan(
            List.copyOf(byContent.values()),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    for (var extractor : extractors) {
      switch (extractor) {
        case FrameExtractor frame -> plan.need(plan.frames, frame, byContent, store);
        case SoundExtractor sound -> plan.need(plan.sounds, sound, byContent, store);
        case TextExtractor text -> plan.needTexts(text, texts, store);
      }
    }
    return plan;
  }

  private <E extends Extractor> void need(
      Map<FeatureItem, List<E>> needs,
      E extractor,
      Map<String, FeatureItem> byContent,
      FeatureStore store) {
    for (var key : missing(extractor, byContent.keySet(), store)) {
      var item = byContent.get(key);
      if (item != null) {
        needs.computeIfAbsent(item, _ -> new ArrayList<>()).add(extractor);
      }
    }
  }

  private void needTexts(TextExtractor extractor, Map<String, String> texts, FeatureStore store) {
    var needed =
        missing(extractor, texts.keySet(), store).stream()
            .map(key -> texts.getOrDefault(key, ""))
            .toList();
    tags.put(extractor, needed);
  }

  private static List<String> missing(Extractor extractor, Set<String> keys, FeatureStore store) {
    var present = new HashSet<String>();
    var all = List.copyOf(keys);
    for (int begin = 0; begin < all.size(); begin += KEYS_AT_ONCE) {
      var some = all.subList(begin, Math.min(begin + KEYS_AT_ONCE, all.size()));
      present.addAll(store.present(extractor.info(), some).await());
    }
    return all.stream().filter(key -> !present.contains(key)).toList();
  }

  /** How many separate pieces of work an item still needs: 0, 1 or 2. */
  int pieces(FeatureItem item) {
    return (frames.containsKey(item) ? 1 : 0) + (sounds.containsKey(item) ? 1 : 0);
  }
}
