package org.yuyin.evaluation.table;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.QueryOutcomes;

/**
 * All trainings of one line with what was measured of them.
 *
 * @param entry the line
 * @param trainings one for each seed and fold
 * @param evaluations by run
 * @param outcomes every query's fate, by direction and run
 */
record StoredLine(
    PaperTable.Entry entry,
    List<StoredTraining> trainings,
    Map<Long, Evaluation> evaluations,
    Map<Direction, Map<Long, QueryOutcomes>> outcomes) {
  boolean isEvaluated() {
    return evaluations.size() == trainings.size();
  }

  boolean hasQueries() {
    return outcomes.values().stream().allMatch(found -> found.size() == trainings.size());
  }

  /** The rows that were asked in each fold. */
  Map<StoredTraining.Place, List<Integer>> pools() {
    var there = outcomes.getOrDefault(Direction.VIDEO_TO_MUSIC, Map.of());
    var pools = new HashMap<StoredTraining.Place, List<Integer>>();
    for (var training : trainings) {
      var asked = Objects.requireNonNull(there.get(training.run())).rows();
      pools.put(training.place(), Arrays.stream(asked).boxed().toList());
    }
    return pools;
  }

  MeasuredLine measured(StoredTables.Wanted wanted) {
    var bySeed = wanted.allSeeds().stream().map(this::ofSeed).toList();
    var queries = new EnumMap<Direction, List<QueryOutcomes>>(Direction.class);
    outcomes.forEach((direction, found) -> queries.put(direction, List.copyOf(found.values())));
    return MeasuredLine.of(entry, entry.recipe(wanted.changes()).asMap(), bySeed, queries);
  }

  private List<Evaluation> ofSeed(long seed) {
    return trainings.stream()
        .filter(training -> training.seed() == seed)
        .map(training -> Objects.requireNonNull(evaluations.get(training.run())))
        .toList();
  }
}
