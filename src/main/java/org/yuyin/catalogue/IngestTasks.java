package org.yuyin.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.yuyin.catalogue.IngestRepository.Item;

/**
 * What is left to do: sources that are new or have changed, and copies of what has changed.
 *
 * @param tasks in the order of the sources, copies last
 * @param adOfContent ads of the collection whose files have not changed, by content hash
 */
record IngestTasks(List<IngestTask> tasks, Map<String, Long> adOfContent) {
  /**
   * Compares the sources with what earlier runs did.
   *
   * @param done what became of sources, by their key
   * @param contents ads of the collection by content hash
   */
  static IngestTasks of(
      List<IngestSource> sources, Map<String, Item> done, Map<String, Long> contents) {
    var tasks = new ArrayList<IngestTask>();
    var copies = new ArrayList<IngestTask>();
    Set<Long> changedAds = new HashSet<>();
    for (var source : sources) {
      var item = done.get(source.file().toString());
      var isCopy = item != null && item.outcome() == IngestOutcome.DUPLICATE;
      if (item == null) {
        tasks.add(task(source, OptionalLong.empty()));
      } else if (isCopy) {
        copies.add(task(source, item.adId()));
      } else {
        var task = task(source, item.adId());
        if (!task.fingerprint().equals(item.fingerprint())) {
          item.adId().ifPresent(changedAds::add);
          tasks.add(task);
        }
      }
    }
    for (var copy : copies) {
      var item = done.get(copy.key());
      if (item == null
          || !copy.fingerprint().equals(item.fingerprint())
          || copy.earlierAd().isEmpty()
          || changedAds.contains(copy.earlierAd().getAsLong())) {
        tasks.add(
            new IngestTask(copy.source(), copy.fingerprint(), copy.bytes(), OptionalLong.empty()));
      }
    }
    var unchanged = new HashMap<>(contents);
    unchanged.values().removeAll(changedAds);
    return new IngestTasks(List.copyOf(tasks), Map.copyOf(unchanged));
  }

  private static IngestTask task(IngestSource source, OptionalLong earlierAd) {
    var said =
        List.of(
            source.name(),
            source.category(),
            source.mergedCategory(),
            source.tag(),
            source.split(),
            source.trackGroup(),
            source.synthetic());
    var saidKey = Integer.toHexString(said.toString().hashCode());
    try {
      var bytes = Files.size(source.file());
      var changed = Files.getLastModifiedTime(source.file()).toMillis();
      return new IngestTask(source, bytes + " " + changed + " " + saidKey, bytes, earlierAd);
    } catch (IOException e) {
      return new IngestTask(source, "missing " + saidKey, 0, earlierAd);
    }
  }
}
