package org.yuyin.evaluation.compare;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuyin.training.RunCard;
import org.yuyin.training.RunView;

/** Lists of runs with how good they became, those of one request together. Reads only. */
public final class RunGroups {
  private static final String MEASURED =
      """
      WITH measured AS (
        SELECT run.id, run.dataset_id, run.method, run.settings, run.seed, run.fold, run.folds,
          run.series, run.shuffled, run.state, run.best_loss,
          dataset.name || '@' || dataset.version AS label,
          concat_ws(' ', '#' || run.id, run.method, dataset.name, run.settings::text, run.device,
            run.error) AS told,
          (evaluation.metrics #>> '{recall@10,value}')::float8 AS recall,
          (evaluation.metrics #>> '{recall@10,random}')::float8 AS random,
          (SELECT sum(seconds) FROM epoch WHERE epoch.run_id = run.id) AS learning_seconds
        FROM run JOIN dataset ON dataset.id = run.dataset_id
        LEFT JOIN evaluation ON evaluation.run_id = run.id AND evaluation.split = 'test'
          AND evaluation.direction = 'video-to-music')
      SELECT array_agg(id ORDER BY seed, fold, id) AS ids,
        array_agg(recall ORDER BY seed, fold, id) AS recalls,
        array_agg(random ORDER BY seed, fold, id) AS randoms, count(*) OVER () AS groups
      FROM measured
      """;

  private static final String FILTER =
      """
      WHERE ($1::text IS NULL OR label = $1) AND ($2::text IS NULL OR method = $2)
      """;

  private static final String TOGETHER =
      """
      GROUP BY dataset_id, label, method, settings, shuffled, series, folds
      """;

  private static final String HAVING =
      """
      HAVING ($3::text IS NULL OR bool_or(state = $3))
        AND ($4::text IS NULL OR bool_or(told ILIKE $4))
      """;

  private static final String CHOSEN =
      MEASURED + "WHERE id = ANY ($1)\n" + TOGETHER + "ORDER BY min(array_position($1, id))";

  private static final String CHOICES =
      """
      SELECT array_agg(DISTINCT dataset.name || '@' || dataset.version) AS datasets,
        array_agg(DISTINCT run.method) AS methods, count(*) AS runs
      FROM run JOIN dataset ON dataset.id = run.dataset_id
      """;

  private final Pool pool;
  private final RunView runs;

  /** Reads through that pool. */
  public RunGroups(Pool pool) {
    this.pool = pool;
    this.runs = new RunView(pool);
  }

  /**
   * One page of a list.
   *
   * @param groups on the page
   * @param total number of groups on all pages
   */
  public record Listed(List<RunGroup> groups, long total) {}

  /**
   * What a list can be narrowed to.
   *
   * @param datasets that runs have learned from, name and version
   * @param methods that were used
   * @param runs how many there are
   */
  public record Choices(List<String> datasets, List<String> methods, long runs) {}

  /**
   * One page of a list.
   *
   * @param most groups on the page
   * @param after how many to skip
   */
  public Future<Listed> list(RunFilter filter, int most, int after) {
    var query =
        MEASURED
            + FILTER
            + TOGETHER
            + HAVING
            + "ORDER BY %s LIMIT $5 OFFSET $6".formatted(filter.order());
    var values =
        Tuple.of(
            filter.dataset().orElse(null),
            filter.method().orElse(null),
            filter.state().orElse(null),
            filter.text().map(RunGroups::anywhere).orElse(null),
            most,
            after);
    return groups(query, values);
  }

  /** The chosen runs, those of one request together, in the order chosen. */
  public Future<List<RunGroup>> of(Collection<Long> ids) {
    return groups(CHOSEN, Tuple.of(ids.toArray(Long[]::new))).map(Listed::groups);
  }

  /** What a list can be narrowed to. */
  public Future<Choices> choices() {
    return pool.query(CHOICES)
        .mapping(
            row ->
                new Choices(
                    words(row.getArrayOfStrings("datasets")),
                    words(row.getArrayOfStrings("methods")),
                    row.getLong("runs")))
        .execute()
        .map(rows -> rows.iterator().next());
  }

  private static List<String> words(String @Nullable [] found) {
    return found == null ? List.of() : List.of(found);
  }

  private static String anywhere(String text) {
    return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  /** Measured, but not yet with what the cards say. */
  private record Found(Long[] ids, Double[] recalls, Double[] randoms, long groups) {
    static Found of(Row row) {
      return new Found(
          row.getArrayOfLongs("ids"),
          row.getArrayOfDoubles("recalls"),
          row.getArrayOfDoubles("randoms"),
          row.getLong("groups"));
    }

    Optional<RunGroup> group(Map<Long, RunCard> cards) {
      var members = new ArrayList<RunGroup.Member>();
      for (int i = 0; i < ids.length; i++) {
        var card = cards.get(ids[i]);
        if (card != null) {
          members.add(
              new RunGroup.Member(
                  card, Optional.ofNullable(recalls[i]), Optional.ofNullable(randoms[i])));
        }
      }
      return members.isEmpty() ? Optional.empty() : Optional.of(new RunGroup(members));
    }
  }

  private Future<Listed> groups(String query, Tuple values) {
    return pool.preparedQuery(query)
        .mapping(Found::of)
        .execute(values)
        .map(rows -> rows.stream().toList())
        .compose(
            found ->
                runs.runs(found.stream().flatMap(it -> Arrays.stream(it.ids())).toList())
                    .map(cards -> listed(found, cards)));
  }

  private static Listed listed(List<Found> found, List<RunCard> cards) {
    var byId = cards.stream().collect(Collectors.toMap(RunCard::id, Function.identity()));
    return new Listed(
        found.stream().flatMap(it -> it.group(byId).stream()).toList(),
        found.isEmpty() ? 0 : found.getFirst().groups());
  }
}
