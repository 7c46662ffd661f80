package org.yuyin.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.QueryOutcomes;
import org.yuyin.evaluation.table.Comparison;
import org.yuyin.evaluation.table.MeasuredLine;
import org.yuyin.evaluation.table.PaperComparison;
import org.yuyin.evaluation.table.PaperTable;
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

  /**
   * The table; empty when it was stopped, and the same call goes on then.
   *
   * @param methods only these, beside the reference; empty for all
   * @param changes of the schedule or settings, for every line that has them
   */
  Optional<Comparison> run(PaperTable table, Set<String> methods, Map<String, String> changes) {
    var parts = parts();
    var entries = table.entries(methods);
    var lines = new ArrayList<MeasuredLine>();
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
    var setting = new PaperComparison.Setting(info, seeds, CodeVersion.current());
    return Optional.of(PaperComparison.of(table, setting, lines));
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

  private Optional<MeasuredLine> trained(
      PaperTable.Entry entry, List<CrossValidation.Part> parts, Map<String, String> changes) {
    var recipe = entry.recipe(changes);
    var results = new CrossValidation(desk, info, recipe, folding.name()).run(parts);
    if (results.size() < parts.size()) {
      return Optional.empty();
    }
    var outcomes = new EnumMap<Direction, List<QueryOutcomes>>(Direction.class);
    for (var direction : Direction.values()) {
      outcomes.put(direction, outcomes(results, direction));
    }
    return Optional.of(MeasuredLine.of(entry, recipe.asMap(), bySeed(results), outcomes));
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
}
