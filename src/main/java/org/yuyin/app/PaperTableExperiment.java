package org.yuyin.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.Metric;
import org.yuyin.evaluation.MetricsTable;
import org.yuyin.evaluation.PooledEvaluation;
import org.yuyin.evaluation.QueryMeans;
import org.yuyin.evaluation.QueryOutcomes;
import org.yuyin.evaluation.table.Comparison;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.storage.InputException;

/**
 * Makes one of the paper's tables: trains what is missing of every line, over all seeds and folds,
 * and holds the lines against the reference query by query.
 */
final class PaperTableExperiment {
  private final TrainingDesk desk;
  private final DatasetInfo info;
  private final Snapshot snapshot;
  private final Folding folding;
  private final List<Long> seeds;

  PaperTableExperiment(
      TrainingDesk desk, DatasetInfo info, Snapshot snapshot, Folding folding, List<Long> seeds) {
    this.desk = desk;
    this.info = info;
    this.snapshot = snapshot;
    this.folding = folding;
    this.seeds = seeds;
  }

  /** What came of one line, over all seeds and folds. */
  private record Trained(
      PaperTable.Entry entry,
      Recipe<?> recipe,
      Map<Direction, PooledEvaluation> pooled,
      Map<Direction, QueryMeans> queries) {
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

  /**
   * The table; empty when it was stopped, and the same call goes on then.
   *
   * @param methods only these, beside the reference; empty for all
   * @param changes of the schedule or settings, for every line that has them
   */
  Optional<Comparison> run(PaperTable table, Set<String> methods, Map<String, String> changes) {
    var parts = parts();
    var entries = table.entries(methods);
    var lines = new ArrayList<Trained>();
    for (var entry : entries) {
      desk.console()
          .say(
              "%s: line %d of %d, %,d trainings"
                  .formatted(entry.label(), lines.size() + 1, entries.size(), parts.size()));
      var trained = trained(entry, parts, changes);
      if (trained.isEmpty()) {
        return Optional.empty();
      }
      lines.add(trained.get());
    }
    return Optional.of(comparison(table, lines));
  }

  private List<CrossValidation.Part> parts() {
    var parts = new ArrayList<CrossValidation.Part>();
    for (long seed : seeds) {
      var views = folding.of(snapshot, seed);
      for (int fold = 0; fold < views.size(); fold++) {
        parts.add(new CrossValidation.Part(seed, fold, views.size(), false, views.get(fold)));
      }
    }
    return parts;
  }

  private Optional<Trained> trained(
      PaperTable.Entry entry, List<CrossValidation.Part> parts, Map<String, String> changes) {
    var method = Methods.standard().named(entry.method());
    var own = new LinkedHashMap<>(changes);
    own.keySet().retainAll(Recipe.of(method, Map.of()).asMap().keySet());
    own.putAll(entry.changes());
    var recipe = Recipe.of(method, own);
    var results = new CrossValidation(desk, info, recipe, folding.name()).run(parts);
    if (results.size() < parts.size()) {
      return Optional.empty();
    }
    var pooled = new EnumMap<Direction, PooledEvaluation>(Direction.class);
    var queries = new EnumMap<Direction, QueryMeans>(Direction.class);
    for (var direction : Direction.values()) {
      pooled.put(direction, PooledEvaluation.of(bySeed(results), direction));
      queries.put(direction, QueryMeans.of(outcomes(results, direction)));
    }
    return Optional.of(new Trained(entry, recipe, pooled, queries));
  }

  private List<List<Evaluation>> bySeed(Map<CrossValidation.Part, CrossValidation.Result> results) {
    return seeds.stream()
        .map(
            seed ->
                results.entrySet().stream()
                    .filter(result -> result.getKey().seed() == seed)
                    .map(result -> result.getValue().evaluation())
                    .toList())
        .toList();
  }

  private List<QueryOutcomes> outcomes(
      Map<CrossValidation.Part, CrossValidation.Result> results, Direction direction) {
    var runs = results.values().stream().map(CrossValidation.Result::run).toList();
    var found = desk.evaluations().outcomes(runs, Split.TEST, direction).await();
    if (found.size() < runs.size()) {
      throw new InputException(
          "some runs of this experiment were evaluated by an older version, which did not keep"
              + " single queries; evaluate them again with: evaluate --run RUN");
    }
    return List.copyOf(found.values());
  }

  private Comparison comparison(PaperTable table, List<Trained> lines) {
    var reference =
        lines.stream()
            .filter(line -> line.entry().label().equals(PaperTable.REFERENCE))
            .findFirst()
            .orElseThrow();
    var there = reference.pooled(Direction.VIDEO_TO_MUSIC);
    var setting =
        new Comparison.Setting(
            info.label(),
            info.contentHash(),
            info.synthetic(),
            seeds,
            there.folds(),
            there.pool(),
            there.tracks(),
            PaperTable.REFERENCE,
            CodeVersion.current());
    var random = new EnumMap<Direction, Map<Metric, Double>>(Direction.class);
    for (var direction : Direction.values()) {
      random.put(direction, reference.pooled(direction).random());
    }
    return new Comparison(
        table.title(),
        setting,
        MetricsTable.USUAL,
        random,
        lines.stream().map(line -> line(line, reference)).toList());
  }

  private static Comparison.Line line(Trained line, Trained reference) {
    var cells = new EnumMap<Direction, Map<Metric, Comparison.Cell>>(Direction.class);
    for (var direction : Direction.values()) {
      var row = new EnumMap<Metric, Comparison.Cell>(Metric.class);
      for (var metric : MetricsTable.USUAL) {
        var against =
            Stream.of(reference)
                .filter(it -> it != line)
                .map(it -> it.queries(direction).minus(line.queries(direction), metric))
                .findFirst();
        row.put(
            metric,
            new Comparison.Cell(
                line.queries(direction).estimate(metric),
                line.pooled(direction).spread(metric).deviation(),
                against));
      }
      cells.put(direction, row);
    }
    return new Comparison.Line(
        line.entry().label(), line.entry().method(), line.recipe().asMap(), cells);
  }
}
