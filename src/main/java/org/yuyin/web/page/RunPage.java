package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.retrieval.ServingRepository.Serving;
import org.yuyin.training.RunCard;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Refusal;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /runs/ID}: one training with its curves, its Recall table and its settings. */
final class RunPage implements Page {
  private final Sources sources;

  RunPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/runs/:runId";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var id = Params.id(request, "runId");
    var run = sources.runs().run(id).map(Refusal.unlessFound("run", id));
    var evaluation = sources.evaluations().find(id, Split.TEST);
    var serving = sources.serving().current();
    return Future.all(run, evaluation, serving)
        .map(done -> view(run.result(), evaluation.result(), serving.result()));
  }

  private View view(RunCard run, Optional<Evaluation> evaluation, Optional<Serving> serving) {
    var settings = settings(run);
    var serves = serving.filter(now -> now.runId() == run.id());
    return new View(
        "run",
        Phrase.of("run.title", String.valueOf(run.id())),
        Map.of(
            "line",
            RunLine.of(run, evaluation, serves.isPresent()),
            "run",
            run,
            "since",
            serves.map(Serving::since),
            "table",
            evaluation.map(MeasureTable::of),
            "settings",
            settings,
            "changed",
            settings.stream().filter(SettingLine::differs).toList()));
  }

  private List<SettingLine> settings(RunCard run) {
    return SettingLine.compare(
        run.settings(), SettingLine.defaults(sources.methods(), run.method()));
  }
}
