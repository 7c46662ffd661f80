package org.yuyin.web.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yuyin.dataset.DatasetContents;
import org.yuyin.dataset.DatasetContents.Feature;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.FeatureOrigin;

/**
 * A version of a dataset as pages show it.
 *
 * @param info its row
 * @param contents what its description says
 * @param runs how many trainings learned from it
 * @param versions how many there are of its name
 */
public record DatasetLine(DatasetInfo info, DatasetContents contents, long runs, long versions) {
  static DatasetLine of(DatasetInfo info, List<DatasetInfo> all, Map<Long, Long> runs) {
    return new DatasetLine(
        info,
        DatasetContents.of(info),
        runs.getOrDefault(info.id(), 0L),
        all.stream().filter(other -> other.name().equals(info.name())).count());
  }

  /** The newest version of every name, what was made last first. */
  static List<DatasetLine> newest(List<DatasetInfo> all, Map<Long, Long> runs) {
    var newest =
        all.stream()
            .collect(Collectors.toMap(DatasetInfo::name, it -> it, (_, later) -> later))
            .values();
    return newest.stream()
        .sorted(Comparator.comparing(DatasetInfo::createdAt).reversed())
        .map(info -> of(info, all, runs))
        .toList();
  }

  /** When it was made. */
  public Instant made() {
    return info.createdAt().toInstant();
  }

  /** What describes its pairs, as far as that is known. */
  public List<String> extractors() {
    return contents.features().stream()
        .flatMap(feature -> feature.extractor().stream())
        .map(FeatureOrigin.Used::name)
        .toList();
  }

  /** Extractors that stood in for those of the paper. */
  public List<String> weaker() {
    return contents.features().stream()
        .filter(Feature::weaker)
        .flatMap(feature -> feature.extractor().stream())
        .map(FeatureOrigin.Used::name)
        .toList();
  }

  /** The length of the longest bar: pairs in the largest merged category. */
  public long largest() {
    return Math.max(
        1, contents.mergedCategories().stream().mapToLong(it -> it.pairs()).max().orElse(1));
  }
}
