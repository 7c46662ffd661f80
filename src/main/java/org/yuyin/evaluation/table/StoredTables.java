package org.yuyin.evaluation.table;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.evaluation.table.StoredTable.Missing;

/** Makes the paper's tables of what was trained before, without training. */
public final class StoredTables {
  private final StoredTrainings trainings;
  private final EvaluationRepository evaluations;

  /** Reads through that pool. */
  public StoredTables(Pool pool) {
    trainings = new StoredTrainings(pool);
    evaluations = new EvaluationRepository(pool);
  }

  /**
   * A way in which a dataset was tested.
   *
   * @param folds of the cross-validation; 1 for the dataset's own test split
   * @param seeds how many different ones
   */
  public record Tested(int folds, int seeds) {}

  /**
   * Which trainings a table is made of.
   *
   * @param info of the dataset
   * @param folds of the cross-validation; 1 for the dataset's own test split
   * @param firstSeed the lowest
   * @param seeds how many
   * @param changes of settings, for every method that has them
   */
  public record Wanted(
      DatasetInfo info, int folds, long firstSeed, int seeds, Map<String, String> changes) {
    List<Long> allSeeds() {
      return LongStream.range(firstSeed, firstSeed + seeds).boxed().toList();
    }

    int trainings() {
      return folds * seeds;
    }
  }

  /** The ways in which a dataset was tested, the most used first. */
  public Future<List<Tested>> tested(DatasetInfo info) {
    return trainings.tested(info.id());
  }

  /** Changes whenever a table of that dataset might come out otherwise. */
  public Future<String> edition(DatasetInfo info) {
    return trainings.edition(info.id());
  }

  /** The table. Waits for the database and resamples thousands of times: not for event loops. */
  public StoredTable make(PaperTable table, Wanted wanted) {
    var finder = new StoredLines(trainings, evaluations, wanted);
    var whole = new HashMap<PaperTable.Entry, StoredLine>();
    var missing = new HashMap<PaperTable.Entry, Missing>();
    // The reference first: whatever was tested on other folds cannot stand beside it.
    for (var entry : referenceFirst(table.entries())) {
      switch (finder.find(entry)) {
        case StoredLines.Whole found -> whole.put(entry, found.line());
        case StoredLines.Lacking lacking -> missing.put(entry, lacking.missing());
      }
    }
    var lines = inOrder(table, whole).stream().map(line -> line.measured(wanted)).toList();
    var comparison =
        lines.isEmpty()
            ? Optional.<Comparison>empty()
            : Optional.of(PaperComparison.of(table, setting(wanted, whole), lines));
    return new StoredTable(comparison, inOrder(table, missing));
  }

  private static List<PaperTable.Entry> referenceFirst(List<PaperTable.Entry> entries) {
    return entries.stream().sorted(Comparator.comparing(entry -> !entry.isReference())).toList();
  }

  private static <T> List<T> inOrder(PaperTable table, Map<PaperTable.Entry, T> byEntry) {
    return table.entries().stream()
        .flatMap(entry -> Optional.ofNullable(byEntry.get(entry)).stream())
        .toList();
  }

  private static PaperComparison.Setting setting(
      Wanted wanted, Map<PaperTable.Entry, StoredLine> whole) {
    var versions =
        whole.values().stream()
            .flatMap(line -> line.trainings().stream())
            .map(StoredTraining::codeVersion)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return new PaperComparison.Setting(wanted.info(), wanted.allSeeds(), versions);
  }
}
