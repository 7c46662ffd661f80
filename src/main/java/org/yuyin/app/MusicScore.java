package org.yuyin.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.yuyin.evaluation.TextTable;
import org.yuyin.media.MusicShare;

/** How well shares of music were measured, against what is known of the files. */
final class MusicScore {
  private final List<Judged> judged = new ArrayList<>();

  private record Judged(MusicTruth truth, double found) {
    boolean deserves() {
      return truth.share() >= MusicShare.ENOUGH;
    }

    boolean kept() {
      return found >= MusicShare.ENOUGH;
    }

    double error() {
      return Math.abs(found - truth.share());
    }
  }

  void add(MusicTruth truth, MusicShare found) {
    judged.add(new Judged(truth, found.share()));
  }

  /** Mean of the parts of rightly kept and rightly left out files, of those that there are. */
  double balancedAccuracy() {
    var kept = judged.stream().filter(Judged::deserves).toList();
    var left = judged.stream().filter(it -> !it.deserves()).toList();
    if (kept.isEmpty() || left.isEmpty()) {
      return right(judged);
    }
    return (right(kept) + right(left)) / 2;
  }

  private static double right(List<Judged> some) {
    return some.stream().mapToInt(it -> it.kept() == it.deserves() ? 1 : 0).average().orElse(0);
  }

  /** Mean absolute difference of the true share and the measured one. */
  double meanError() {
    return judged.stream().mapToDouble(Judged::error).average().orElse(0);
  }

  /** By kind, then the files that were judged wrongly, then the sums. */
  String text() {
    var table = new TextTable("kind", "files", "kept", "true share", "found share", "error");
    byKind()
        .forEach(
            (kind, some) ->
                table.add(
                    kind,
                    Integer.toString(some.size()),
                    Long.toString(some.stream().filter(Judged::kept).count()),
                    mean(some.stream().mapToDouble(it -> it.truth().share()).toArray()),
                    mean(some.stream().mapToDouble(Judged::found).toArray()),
                    mean(some.stream().mapToDouble(Judged::error).toArray())));
    var text = new StringBuilder(table.toString());
    for (var it : judged) {
      if (it.kept() != it.deserves()) {
        text.append(
            String.format(
                Locale.ROOT,
                "%nwrongly %s: %s, %.2f found, %.2f true",
                it.kept() ? "kept" : "left out",
                it.truth().file(),
                it.found(),
                it.truth().share()));
      }
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%n%nbalanced accuracy %.1f %%, mean error of the share %.3f, %d files",
                100 * balancedAccuracy(),
                meanError(),
                judged.size()))
        .toString();
  }

  JsonObject json() {
    var files = new JsonArray();
    for (var it : judged) {
      files.add(
          JsonObject.of(
              "file", it.truth().file().toString(),
              "kind", it.truth().kind(),
              "trueShare", it.truth().share(),
              "foundShare", it.found()));
    }
    return JsonObject.of(
        "balancedAccuracy", balancedAccuracy(), "meanError", meanError(), "files", files);
  }

  private Map<String, List<Judged>> byKind() {
    var kinds = new TreeMap<String, List<Judged>>();
    judged.forEach(
        it -> kinds.computeIfAbsent(it.truth().kind(), kind -> new ArrayList<>()).add(it));
    return kinds;
  }

  private static String mean(double[] values) {
    return String.format(Locale.ROOT, "%.2f", java.util.Arrays.stream(values).average().orElse(0));
  }
}
