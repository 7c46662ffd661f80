package org.yuyin.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import org.yuyin.dataset.Pair;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.model.Encoder;
import org.yuyin.storage.InputException;

/**
 * Ranks the whole pool for every query, in both directions. Exact: every score is computed; memory
 * grows with the pool, not with its square.
 */
public final class Evaluator {
  private Evaluator() {}

  /** Evaluates a model on one split of a snapshot. */
  public static Evaluation evaluate(Encoder encoder, Snapshot snapshot, Split split) {
    return inDetail(encoder, snapshot, split).summary();
  }

  /** The same with the fate of every query. */
  public static DetailedEvaluation inDetail(Encoder encoder, Snapshot snapshot, Split split) {
    var rows = snapshot.rowsOf(split);
    if (rows.length == 0) {
      throw new InputException(
          "dataset %s has no pair in its %s split".formatted(snapshot.name(), split.key()));
    }
    return inDetail(PairedPoints.encode(encoder, snapshot, rows), rows);
  }

  /** Evaluates a model on the given rows: they are queries and pool. */
  public static Evaluation evaluate(Encoder encoder, Snapshot snapshot, int[] rows) {
    return evaluate(PairedPoints.encode(encoder, snapshot, rows));
  }

  /** Evaluates points that were made elsewhere. */
  public static Evaluation evaluate(PairedPoints points) {
    return inDetail(points, IntStream.range(0, points.pairs().size()).toArray()).summary();
  }

  static DetailedEvaluation inDetail(PairedPoints points, int[] rows) {
    var pairs = points.pairs();
    var there = outcomes(pairs, points.video(), points.music());
    var back = outcomes(pairs, points.music(), points.video());
    return new DetailedEvaluation(
        new Evaluation(RetrievalMetrics.of(pairs, there), RetrievalMetrics.of(pairs, back)),
        new QueryOutcomes(rows, there),
        new QueryOutcomes(rows, back));
  }

  static List<QueryOutcome> outcomes(List<Pair> pairs, float[][] queries, float[][] pool) {
    var similarities = new Similarities(pool);
    var ranking = new Ranking(pairs);
    return IntStream.range(0, queries.length)
        .parallel()
        .mapToObj(query -> ranking.outcome(query, finite(query, similarities.of(queries[query]))))
        .toList();
  }

  /** NaN compares with nothing: a broken model would look perfect. */
  private static float[] finite(int query, float[] scores) {
    for (var score : scores) {
      if (Float.isNaN(score)) {
        throw new InputException(
            "the model gives no number for query %d: its training has diverged".formatted(query));
      }
    }
    return scores;
  }
}
