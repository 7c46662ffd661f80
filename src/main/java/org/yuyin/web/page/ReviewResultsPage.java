package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.yuyin.review.Agreement;
import org.yuyin.review.CorrectedLabels;
import org.yuyin.review.JudgedItem;
import org.yuyin.review.ReviewKind;
import org.yuyin.review.ReviewTask;
import org.yuyin.review.ReviewTasks;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;
import org.yuyin.web.review.Reviewer;

/** {@code /review/ID/results}: how far a queue is, who agrees with whom, and what follows. */
final class ReviewResultsPage implements Page {
  private static final int MOST_CHANGES = 1_000_000;
  private static final int SHOWN_ITEMS = 200;

  private final Sources sources;

  ReviewResultsPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/review/:taskId/results";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var room = sources.review();
    return room.task(request)
        .compose(
            task -> {
              var progress = room.tasks().progress(task, Reviewer.of(request).orElse(""));
              var judged = room.decisions().judged(task.id());
              var changes = judged.compose(items -> room.labels().changes(task, items));
              var problems = room.tasks().problems(task.id());
              return Future.all(progress, judged, changes, problems)
                  .map(
                      done ->
                          view(
                              request,
                              task,
                              progress.result(),
                              judged.result(),
                              changes.result(),
                              problems.result()));
            });
  }

  private static View view(
      RoutingContext request,
      ReviewTask task,
      ReviewTasks.Progress progress,
      List<JudgedItem> judged,
      List<CorrectedLabels.Change> changes,
      List<String> problems) {
    var conflicts = judged.stream().filter(JudgedItem::conflicting).toList();
    var values = new HashMap<String, Object>();
    values.put("task", task);
    values.put("progress", progress);
    values.put("agreement", Agreement.of(task, judged));
    values.put(
        "preferences",
        task.kind() == ReviewKind.PREFERENCE ? Agreement.preferences(task, judged) : List.of());
    values.put("conflicts", conflicts);
    values.put(
        "others", judged.stream().filter(item -> !item.conflicting()).limit(SHOWN_ITEMS).toList());
    values.put("changes", changes);
    values.put("shownChanges", Math.min(changes.size(), SHOWN_ITEMS));
    values.put("problems", problems);
    values.put("imported", imported(request));
    values.put("applied", count(request, "applied"));
    return new View("review-results", Phrase.of("review.resultsTitle", task.name()), values);
  }

  /** What the import that led here did. */
  private static Optional<List<Integer>> imported(RoutingContext request) {
    return Params.word(request, "added")
        .map(
            word ->
                List.of(
                    count(request, "added").orElse(0),
                    count(request, "changed").orElse(0),
                    count(request, "equal").orElse(0)));
  }

  private static Optional<Integer> count(RoutingContext request, String name) {
    return Params.word(request, name)
        .map(word -> Params.between(request, name, 0, MOST_CHANGES, 0));
  }
}
