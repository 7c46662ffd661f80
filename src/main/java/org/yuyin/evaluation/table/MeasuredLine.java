package org.yuyin.evaluation.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.PooledEvaluation;
import org.yuyin.evaluation.QueryMeans;
import org.yuyin.evaluation.QueryOutcomes;

/**
 * What came of one line of a table, over all seeds and folds.
 *
 * @param entry the line
 * @param settings every setting in force
 * @param pooled numbers of whole trainings, by direction
 * @param queries what every single query got, by direction
 */
public record MeasuredLine(
    PaperTable.Entry entry,
    Map<String, Object> settings,
    Map<Direction, PooledEvaluation> pooled,
    Map<Direction, QueryMeans> queries) {

  /**
   * Puts the trainings of a line together.
   *
   * @param bySeed for each seed the evaluations of its folds
   * @param outcomes the queries of every training, by direction
   */
  public static MeasuredLine of(
      PaperTable.Entry entry,
      Map<String, Object> settings,
      List<List<Evaluation>> bySeed,
      Map<Direction, List<QueryOutcomes>> outcomes) {
    var pooled = new EnumMap<Direction, PooledEvaluation>(Direction.class);
    var queries = new EnumMap<Direction, QueryMeans>(Direction.class);
    for (var direction : Direction.values()) {
      pooled.put(direction, PooledEvaluation.of(bySeed, direction));
      queries.put(direction, QueryMeans.of(outcomes.getOrDefault(direction, List.of())));
    }
    return new MeasuredLine(entry, settings, pooled, queries);
  }

  QueryMeans queries(Direction direction) {
    var means = queries.get(direction);
    if (means == null) {
      throw new IllegalStateException(entry.label() + " was not evaluated");
    }
    return means;
  }

  PooledEvaluation pooled(Direction direction) {
    var all = pooled.get(direction);
    if (all == null) {
      throw new IllegalStateException(entry.label() + " was not evaluated");
    }
    return all;
  }
}
