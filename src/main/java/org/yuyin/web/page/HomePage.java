package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yuyin.catalogue.AdFilter;
import org.yuyin.catalogue.synthetic.DemoCatalogue;
import org.yuyin.dataset.Split;
import org.yuyin.jobs.Job;
import org.yuyin.jobs.JobState;
import org.yuyin.training.RunCard;
import org.yuyin.training.TrainingQueue;
import org.yuyin.web.MenuItem;
import org.yuyin.web.Phrase;
import org.yuyin.web.Sources;
import org.yuyin.web.View;
import org.yuyin.web.review.Reviewer;

/** {@code /}: what there is, how good the model in service is, what runs, what to do next. */
final class HomePage implements Page {
  private static final int RECENT_UPLOADS = 5;
  private static final int REVIEWS = 5;
  private static final int LATEST_JOBS = 10;
  private static final Duration LATELY = Duration.ofDays(1);
  private static final Set<String> NOTICED_ELSEWHERE =
      Set.of(TrainingQueue.JOB_TYPE, DemoCatalogue.JOB_TYPE);

  private final Sources sources;

  HomePage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public Optional<MenuItem> menu() {
    return Optional.of(new MenuItem(path(), "menu.home", "home"));
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var catalogue = sources.catalogue();
    var counts = catalogue.counts();
    var merged = catalogue.mergedCategories();
    var uploads = catalogue.ads(AdFilter.all().inState("uploaded"), RECENT_UPLOADS, 0);
    var running = sources.runs().live();
    var newest = sources.runs().newest(1, 0);
    var serving = serving();
    var before = sources.serving().before();
    var demo = sources.jobs().latest(DemoCatalogue.JOB_TYPE);
    var failedJobs =
        sources
            .jobs()
            .below(Optional.empty(), Optional.empty(), Optional.of(JobState.FAILED), LATEST_JOBS);
    var review = sources.review().tasks().newest(REVIEWS, Reviewer.of(request).orElse(""));
    return Future.all(
            List.of(
                counts,
                merged,
                uploads,
                running,
                newest,
                serving,
                before,
                demo,
                failedJobs,
                review))
        .map(
            done -> {
              var colours = new CategoryColours(merged.result());
              var facts =
                  new HomeFacts(
                      counts.result(),
                      CategoryGroup.group(counts.result().categories(), colours),
                      uploads.result(),
                      running.result(),
                      newest.result().stream().filter(HomePage::endedBadly).toList(),
                      serving.result(),
                      before.result(),
                      demo.result().filter(job -> job.live() || job.state() == JobState.FAILED),
                      failedJobs.result().stream().filter(HomePage::worthTelling).toList(),
                      review.result().stream().filter(line -> !line.progress().whole()).toList());
              return new View("home", Phrase.of("menu.home"), Map.of("home", facts));
            });
  }

  private static boolean worthTelling(Job job) {
    return !NOTICED_ELSEWHERE.contains(job.type())
        && job.finishedAt().filter(Instant.now().minus(LATELY)::isBefore).isPresent();
  }

  private static boolean endedBadly(RunCard run) {
    return run.state().equals("failed") || run.state().equals("lost");
  }

  private Future<Optional<RunLine>> serving() {
    return sources
        .serving()
        .recommending()
        .compose(run -> run.isEmpty() ? Future.succeededFuture(Optional.empty()) : line(run.get()));
  }

  private Future<Optional<RunLine>> line(long runId) {
    var run = sources.runs().run(runId);
    var evaluation = sources.evaluations().find(runId, Split.TEST);
    return Future.all(run, evaluation)
        .map(done -> run.result().map(card -> RunLine.of(card, evaluation.result(), true)));
  }
}
