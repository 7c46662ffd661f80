package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.jobs.Job;
import org.yuyin.model.Method;
import org.yuyin.model.Recipe;
import org.yuyin.training.RunCard;
import org.yuyin.web.MenuItem;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /train}: a form of the method's settings, and what waits and works. */
final class TrainPage implements Page {
  private static final String USUAL_METHOD = "yuyin";

  private final Sources sources;

  TrainPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/train";
  }

  @Override
  public Optional<MenuItem> menu() {
    return Optional.of(new MenuItem(path(), "menu.train", "train"));
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var method = sources.methods().named(Params.word(request, "method").orElse(USUAL_METHOD));
    var datasets = sources.datasets().list().map(List::reversed);
    var queue = queue();
    return Future.all(datasets, queue)
        .map(
            done ->
                new View(
                    "train",
                    Phrase.of("menu.train"),
                    Map.of(
                        "datasets", datasets.result(),
                        "dataset", chosen(request, datasets.result()),
                        "methods", sources.methods().all(),
                        "method", method,
                        "fields", fields(method),
                        "queue", queue.result())));
  }

  private static Optional<DatasetInfo> chosen(
      RoutingContext request, Collection<DatasetInfo> datasets) {
    var wanted = Params.word(request, "dataset");
    return datasets.stream()
        .filter(info -> wanted.isEmpty() || info.label().equals(wanted.get()))
        .findFirst();
  }

  private static List<SettingField> fields(Method<?> method) {
    return Recipe.of(method, Map.of()).describe().stream().map(SettingField::new).toList();
  }

  /** Runs that wait or work, the next to be trained first, with how far each is. */
  private Future<List<QueueLine>> queue() {
    return sources
        .runs()
        .live()
        .compose(
            runs ->
                sources
                    .jobs()
                    .byIds(runs.stream().flatMap(run -> run.jobId().stream()).toList())
                    .map(jobs -> lines(runs.reversed(), jobs)));
  }

  private static List<QueueLine> lines(List<RunCard> runs, List<Job> jobs) {
    var byId = jobs.stream().collect(Collectors.toMap(Job::id, Function.identity()));
    return runs.stream()
        .map(run -> new QueueLine(run, run.jobId().map(byId::get).flatMap(Job::progress)))
        .toList();
  }
}
