package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuyin.jobs.Job;
import org.yuyin.jobs.JobState;
import org.yuyin.web.Params;
import org.yuyin.web.Phrase;
import org.yuyin.web.Refusal;
import org.yuyin.web.Sources;
import org.yuyin.web.View;

/** {@code /jobs?state=failed}: what is done in the background, and what came of it. */
final class JobsPage implements Page {
  private static final int SHOWN = 100;

  private final Sources sources;

  JobsPage(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String path() {
    return "/jobs";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var state = Params.word(request, "state").map(JobsPage::state);
    return sources
        .jobs()
        .below(Optional.empty(), Optional.empty(), state, SHOWN)
        .map(
            jobs ->
                new View(
                    "jobs",
                    Phrase.of("jobs.title"),
                    Map.of(
                        "jobs", jobs,
                        "state", state.map(JobState::key).orElse(""),
                        "states", List.of(JobState.values()),
                        "live", jobs.stream().anyMatch(Job::live))));
  }

  private static JobState state(String word) {
    return JobState.parse(word)
        .orElseThrow(() -> Refusal.badRequest("No job is \"%s\".".formatted(word)));
  }
}
