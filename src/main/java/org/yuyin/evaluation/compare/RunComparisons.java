package org.yuyin.evaluation.compare;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.Direction;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.evaluation.QueryOutcomes;
import org.yuyin.training.CurvePoint;
import org.yuyin.training.RunView;

/** Brings together what is stored of some runs. Reads only. */
public final class RunComparisons {
  private final RunGroups groups;
  private final RunView runs;
  private final EvaluationRepository evaluations;

  /** Reads through that pool. */
  public RunComparisons(Pool pool) {
    groups = new RunGroups(pool);
    runs = new RunView(pool);
    evaluations = new EvaluationRepository(pool);
  }

  /** Compares runs; those that do not exist are left out. */
  public Future<ComparedRuns> of(Collection<Long> ids) {
    var chosen = groups.of(ids);
    var curves = runs.curves(ids);
    var tests = evaluations.find(ids, Split.TEST);
    var there = evaluations.outcomes(ids, Split.TEST, Direction.VIDEO_TO_MUSIC);
    var back = evaluations.outcomes(ids, Split.TEST, Direction.MUSIC_TO_VIDEO);
    return Future.all(chosen, curves, tests, there, back)
        .map(
            done -> {
              var stored =
                  new Stored(
                      curves.result(),
                      tests.result(),
                      Map.of(
                          Direction.VIDEO_TO_MUSIC, there.result(),
                          Direction.MUSIC_TO_VIDEO, back.result()));
              return new ComparedRuns(chosen.result().stream().map(stored::line).toList());
            });
  }

  /** What was read, by run. */
  private record Stored(
      Map<Long, List<CurvePoint>> curves,
      Map<Long, Evaluation> tests,
      Map<Direction, Map<Long, QueryOutcomes>> outcomes) {
    ComparedRuns.Line line(RunGroup group) {
      var numbers =
          group.members().stream()
              .map(RunGroup.Member::run)
              .map(
                  run ->
                      new Quantity.Numbers(
                          run,
                          curves.getOrDefault(run.id(), List.of()),
                          Optional.ofNullable(tests.get(run.id()))))
              .toList();
      return new ComparedRuns.Line(
          group,
          means(numbers, Quantity::ofRun),
          means(numbers, Quantity::random),
          MeanEpoch.of(numbers.stream().map(Quantity.Numbers::curve).toList()),
          recall(group));
    }

    private static Map<String, RunGroup.Mean> means(
        List<Quantity.Numbers> runs,
        Function<Quantity, Function<Quantity.Numbers, Optional<Double>>> what) {
      var means = new HashMap<String, RunGroup.Mean>();
      for (var quantity : Quantity.all()) {
        var values =
            runs.stream().flatMap(run -> what.apply(quantity).apply(run).stream()).toList();
        RunGroup.Mean.of(values).ifPresent(mean -> means.put(quantity.key(), mean));
      }
      return means;
    }

    private Map<Direction, RecallCurve> recall(RunGroup group) {
      var curves = new EnumMap<Direction, RecallCurve>(Direction.class);
      outcomes.forEach(
          (direction, byRun) -> {
            var queries =
                group.ids().stream()
                    .flatMap(id -> Optional.ofNullable(byRun.get(id)).stream())
                    .toList();
            var pools = queries.stream().map(it -> it.outcomes().size()).toList();
            if (pools.stream().anyMatch(pool -> pool > 0)) {
              curves.put(direction, RecallCurve.of(queries, pools));
            }
          });
      return curves;
    }
  }
}
