package org.yuyin.evaluation.table;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.evaluation.QueryOutcomes;
import org.yuyin.evaluation.table.StoredTable.Missing;
import org.yuyin.evaluation.table.StoredTable.Reason;

/** Finds the trainings of one line after the other; all must have been asked the same queries. */
final class StoredLines {
  private final StoredTrainings trainings;
  private final EvaluationRepository evaluations;
  private final StoredTables.Wanted wanted;
  private @Nullable Map<StoredTraining.Place, List<Integer>> pools;

  StoredLines(
      StoredTrainings trainings, EvaluationRepository evaluations, StoredTables.Wanted wanted) {
    this.trainings = trainings;
    this.evaluations = evaluations;
    this.wanted = wanted;
  }

  /** Whether a line can be shown. */
  sealed interface Found {}

  record Whole(StoredLine line) implements Found {}

  record Lacking(Missing missing) implements Found {}

  /** The newest whole series whose pools are those of the lines found before. */
  Found find(PaperTable.Entry entry) {
    var reason = Reason.NOTHING;
    int most = 0;
    for (var series : series(entry)) {
      most = Math.max(most, series.size());
      if (series.size() < wanted.trainings()) {
        reason = Reason.INCOMPLETE;
        continue;
      }
      var line = line(entry, List.copyOf(series));
      reason = reasonAgainst(line);
      if (reason == Reason.NOTHING) {
        pools = line.pools();
        return new Whole(line);
      }
    }
    return new Lacking(new Missing(entry, reason, most, wanted.trainings()));
  }

  /** Each series with its newest training of every seed and fold, the newest series first. */
  private List<Collection<StoredTraining>> series(PaperTable.Entry entry) {
    var recipe = entry.recipe(wanted.changes());
    var bySeries = new HashMap<String, Map<StoredTraining.Place, StoredTraining>>();
    for (var training : trainings.of(wanted.info().id(), recipe, wanted.folds()).await()) {
      if (wanted.allSeeds().contains(training.seed())) {
        bySeries
            .computeIfAbsent(training.series(), _ -> new TreeMap<>(inOrder()))
            .put(training.place(), training);
      }
    }
    return bySeries.values().stream()
        .<Collection<StoredTraining>>map(Map::values)
        .sorted(Comparator.comparingLong(StoredLines::newest).reversed())
        .toList();
  }

  private static Comparator<StoredTraining.Place> inOrder() {
    return Comparator.comparingLong(StoredTraining.Place::seed)
        .thenComparingInt(StoredTraining.Place::fold);
  }

  private static long newest(Collection<StoredTraining> series) {
    return series.stream().mapToLong(StoredTraining::run).max().orElse(0);
  }

  private StoredLine line(PaperTable.Entry entry, List<StoredTraining> series) {
    var runs = series.stream().map(StoredTraining::run).toList();
    var outcomes = new EnumMap<Direction, Map<Long, QueryOutcomes>>(Direction.class);
    for (var direction : Direction.values()) {
      outcomes.put(direction, evaluations.outcomes(runs, Split.TEST, direction).await());
    }
    return new StoredLine(entry, series, evaluations.find(runs, Split.TEST).await(), outcomes);
  }

  /** {@link Reason#NOTHING} when nothing speaks against it. */
  private Reason reasonAgainst(StoredLine line) {
    if (!line.isEvaluated()) {
      return Reason.INCOMPLETE;
    }
    if (!line.hasQueries()) {
      return Reason.NO_QUERIES;
    }
    return pools == null || line.pools().equals(pools) ? Reason.NOTHING : Reason.OTHER_FOLDS;
  }
}
