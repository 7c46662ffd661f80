package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.yuyin.evaluation.compare.RunGroups;
import org.yuyin.retrieval.ServingRepository.Serving;
import org.yuyin.web.RunNumbers;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /runs/members?runs=1,2}: the runs of a line that somebody opens. */
final class RunMembersPiece implements Page {
  private final Sources sources;
  private final RunGroups groups;

  RunMembersPiece(Sources sources) {
    this.sources = sources;
    this.groups = new RunGroups(sources.pool());
  }

  @Override
  public String path() {
    return "/runs/members";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var found = groups.of(RunNumbers.of(request));
    var serving = sources.serving().current();
    return Future.all(found, serving)
        .map(
            done -> {
              var served = serving.result().map(Serving::runId);
              var lines =
                  found.result().stream()
                      .flatMap(group -> group.members().stream())
                      .map(member -> RunLine.of(member, served))
                      .toList();
              return View.piece("run-members", Map.of("lines", lines));
            });
  }
}
