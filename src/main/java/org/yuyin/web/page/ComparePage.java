package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.stream.Collectors;
import org.yuyin.evaluation.compare.RunComparisons;
import org.yuyin.web.Phrase;
import org.yuyin.web.RunNumbers;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /compare?runs=1,2,3}: settings, numbers and curves of some runs beside one another. */
final class ComparePage implements Page {
  private final RunComparisons comparisons;

  ComparePage(Sources sources) {
    comparisons = new RunComparisons(sources.pool());
  }

  @Override
  public String path() {
    return "/compare";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var ids = RunNumbers.of(request);
    var query = "runs=" + ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    return comparisons
        .of(ids)
        .map(
            compared ->
                new View(
                    "compare",
                    Phrase.of("compare.title"),
                    Map.of("compared", compared, "query", query)));
  }
}
