package org.yuyin.web.table;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.evaluation.table.PaperTable;
import org.yuyin.evaluation.table.StoredTables;
import org.yuyin.evaluation.table.StoredTables.Tested;
import org.yuyin.web.Links;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/**
 * Which table is shown and of which trainings; what the address leaves open is what most runs have.
 *
 * @param table one of the paper's
 * @param wanted trainings
 * @param tested ways in which the dataset was tested
 */
public record TableChoice(PaperTable table, StoredTables.Wanted wanted, List<Tested> tested) {
  private static final int MOST_SEEDS = 100;
  private static final int MOST_FOLDS = 1_000;
  private static final int USUAL_SEEDS = 3;

  /** Reads the address; empty when there is no dataset at all. */
  static Future<Optional<TableChoice>> of(
      RoutingContext request, DatasetRepository datasets, StoredTables tables) {
    var table = table(Params.word(request, "table").orElse(PaperTable.TABLE2.key()));
    var changes = changes(request.queryParams().getAll("set"));
    return datasets
        .list()
        .compose(
            all -> {
              if (all.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
              }
              var info = dataset(request, all);
              return tables
                  .tested(info)
                  .map(tested -> Optional.of(of(request, table, info, changes, tested)));
            });
  }

  private static TableChoice of(
      RoutingContext request,
      PaperTable table,
      DatasetInfo info,
      Map<String, String> changes,
      List<Tested> tested) {
    int usual = tested.isEmpty() ? 1 : tested.getFirst().folds();
    int folds = Params.between(request, "folds", 1, MOST_FOLDS, usual);
    int stored =
        tested.stream()
            .filter(way -> way.folds() == folds)
            .mapToInt(Tested::seeds)
            .findFirst()
            .orElse(USUAL_SEEDS);
    int seeds = Params.between(request, "seeds", 1, MOST_SEEDS, Math.min(MOST_SEEDS, stored));
    int first = Params.between(request, "seed", 0, Integer.MAX_VALUE - MOST_SEEDS, 0);
    return new TableChoice(
        table, new StoredTables.Wanted(info, folds, first, seeds, changes), tested);
  }

  private static PaperTable table(String key) {
    return Arrays.stream(PaperTable.values())
        .filter(table -> table.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.badRequest(
                    "\"table\" is table2, table3 or table4, not \"%s\".".formatted(key)));
  }

  private static DatasetInfo dataset(RoutingContext request, List<DatasetInfo> all) {
    var wanted = Params.word(request, "dataset");
    if (wanted.isEmpty()) {
      return all.stream().max(java.util.Comparator.comparing(DatasetInfo::createdAt)).orElseThrow();
    }
    return all.stream()
        .filter(info -> info.label().equals(wanted.get()))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "There is no dataset \"%s\"; there are %s."
                        .formatted(
                            wanted.get(),
                            all.stream()
                                .map(DatasetInfo::label)
                                .collect(Collectors.joining(", ")))));
  }

  private static Map<String, String> changes(List<String> given) {
    var changes = new LinkedHashMap<String, String>();
    for (var change : given) {
      int at = change.indexOf('=');
      if (at < 1) {
        throw Refusal.badRequest("\"set\" is KEY=VALUE, not \"%s\".".formatted(change));
      }
      changes.put(change.substring(0, at), change.substring(at + 1));
    }
    return changes;
  }

  /** Parameters that choose the same again. */
  public String query() {
    return queryOf(table);
  }

  /** The same trainings in another table. */
  public String linkTo(PaperTable other) {
    return "/tables?" + queryOf(other);
  }

  private String queryOf(PaperTable chosen) {
    var parameters =
        new StringBuilder(Links.parameter("dataset", wanted.info().label()))
            .append("&table=" + chosen.key())
            .append("&folds=" + wanted.folds())
            .append("&seeds=" + wanted.seeds());
    if (wanted.firstSeed() != 0) {
      parameters.append("&seed=" + wanted.firstSeed());
    }
    wanted
        .changes()
        .forEach(
            (key, value) ->
                parameters.append('&').append(Links.parameter("set", key + "=" + value)));
    return parameters.toString();
  }

  /**
   * What makes a line, or with a blank method all of them.
   *
   * @param method in the registry
   */
  public String command(String method) {
    var command =
        new StringBuilder(
            "scripts/yuyin experiment %s --dataset %s --seeds %d"
                .formatted(table.key(), wanted.info().label(), wanted.seeds()));
    if (wanted.firstSeed() != 0) {
      command.append(" --seed " + wanted.firstSeed());
    }
    if (wanted.folds() > 1) {
      command.append(" --folds " + wanted.folds());
    }
    wanted.changes().forEach((key, value) -> command.append(" --set %s=%s".formatted(key, value)));
    if (!method.isEmpty()) {
      command.append(" --method " + method);
    }
    return command.toString();
  }
}
