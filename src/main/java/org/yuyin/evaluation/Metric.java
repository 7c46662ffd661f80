package org.yuyin.evaluation;

import java.util.function.ToDoubleFunction;

/**
 * What is measured over the queries of one direction. The plain ones know one right answer, the
 * query's own partner; those that begin with {@code track-} count every copy of the same track.
 */
public enum Metric {
  /** Share of queries whose partner comes first. */
  RECALL_AT_1("recall@1", "R@1", Unit.SHARE, q -> within(q.instanceRank(), 1)),
  /** Share of queries whose partner is among the first 5. */
  RECALL_AT_5("recall@5", "R@5", Unit.SHARE, q -> within(q.instanceRank(), 5)),
  /** Share of queries whose partner is among the first 10. */
  RECALL_AT_10("recall@10", "R@10", Unit.SHARE, q -> within(q.instanceRank(), 10)),
  /** Share of queries whose partner is among the first 25. */
  RECALL_AT_25("recall@25", "R@25", Unit.SHARE, q -> within(q.instanceRank(), 25)),
  /** Share of queries whose partner is among the first 50. */
  RECALL_AT_50("recall@50", "R@50", Unit.SHARE, q -> within(q.instanceRank(), 50)),
  /** The partner's place in the middle query. */
  MEDIAN_RANK("median-rank", "median rank", Unit.MIDDLE_PLACE, QueryOutcome::instanceRank),
  /** The partner's mean place. */
  MEAN_RANK("mean-rank", "mean rank", Unit.PLACE, QueryOutcome::instanceRank),
  /** Mean of 1 / place. */
  MRR("mrr", "MRR", Unit.SHARE, q -> 1.0 / q.instanceRank()),
  /** Mean of 1 / log2(1 + place), 0 beyond the tenth place. */
  NDCG_AT_10("ndcg@10", "nDCG@10", Unit.SHARE, q -> Gains.at10(q.instanceRank())),
  /** {@link #RECALL_AT_1} where every copy of the track is right. */
  TRACK_RECALL_AT_1("track-recall@1", "track R@1", Unit.SHARE, q -> within(q.trackRank(), 1)),
  /** {@link #RECALL_AT_5} where every copy of the track is right. */
  TRACK_RECALL_AT_5("track-recall@5", "track R@5", Unit.SHARE, q -> within(q.trackRank(), 5)),
  /** {@link #RECALL_AT_10} where every copy of the track is right. */
  TRACK_RECALL_AT_10("track-recall@10", "track R@10", Unit.SHARE, q -> within(q.trackRank(), 10)),
  /** {@link #RECALL_AT_25} where every copy of the track is right. */
  TRACK_RECALL_AT_25("track-recall@25", "track R@25", Unit.SHARE, q -> within(q.trackRank(), 25)),
  /** {@link #RECALL_AT_50} where every copy of the track is right. */
  TRACK_RECALL_AT_50("track-recall@50", "track R@50", Unit.SHARE, q -> within(q.trackRank(), 50)),
  /** {@link #MEDIAN_RANK} of the first copy of the track. */
  TRACK_MEDIAN_RANK(
      "track-median-rank", "track median rank", Unit.MIDDLE_PLACE, QueryOutcome::trackRank),
  /** {@link #MEAN_RANK} of the first copy of the track. */
  TRACK_MEAN_RANK("track-mean-rank", "track mean rank", Unit.PLACE, QueryOutcome::trackRank),
  /** {@link #MRR} of the first copy of the track. */
  TRACK_MRR("track-mrr", "track MRR", Unit.SHARE, q -> 1.0 / q.trackRank()),
  /** {@link #NDCG_AT_10} where every copy of the track is right. */
  TRACK_NDCG_AT_10("track-ndcg@10", "track nDCG@10", Unit.SHARE, QueryOutcome::trackNdcgAt10),
  /** Mean share of the first 10 in the query's fine category; its own partner counts as well. */
  CATEGORY_PRECISION_AT_10(
      "category-precision@10", "category P@10", Unit.SHARE, QueryOutcome::categoryShare),
  /** Mean share of the first 10 in the query's merged category; its own partner counts as well. */
  MERGED_PRECISION_AT_10(
      "merged-precision@10", "merged P@10", Unit.SHARE, QueryOutcome::mergedShare);

  /** How values of queries are put together, and how the result is shown. */
  public enum Unit {
    /** A mean in [0, 1], shown in percent; higher is better. */
    SHARE,
    /** A mean place from 1; lower is better. */
    PLACE,
    /** The middle place from 1; lower is better. */
    MIDDLE_PLACE
  }

  private final String key;
  private final String label;
  private final Unit unit;
  private final ToDoubleFunction<QueryOutcome> ofQuery;

  Metric(String key, String label, Unit unit, ToDoubleFunction<QueryOutcome> ofQuery) {
    this.key = key;
    this.label = label;
    this.unit = unit;
    this.ofQuery = ofQuery;
  }

  /** As it is stored, such as {@code recall@10}. */
  public String key() {
    return key;
  }

  /** As it is shown, such as {@code R@10}. */
  public String label() {
    return label;
  }

  /** How values are put together and shown. */
  public Unit unit() {
    return unit;
  }

  double ofQuery(QueryOutcome outcome) {
    return ofQuery.applyAsDouble(outcome);
  }

  /** A value as tables show it: shares in percent, both with one digit after the point. */
  public String format(double value) {
    return "%.1f".formatted(unit == Unit.SHARE ? 100 * value : value);
  }

  private static double within(int rank, int k) {
    return rank <= k ? 1 : 0;
  }
}
