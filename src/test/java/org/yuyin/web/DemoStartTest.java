package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.jobs.JobRepository;
import org.yuyin.jobs.JobState;

class DemoStartTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static HttpResponse<byte[]> post(String path, String form) {
    return Http.post(
        studio.at(path),
        BodyPublishers.ofString(form),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  @Test
  void oneDemoIsMadeAtATimeOfTheSizeFirstAskedFor() {
    long id = Http.json(post("/api/v1/demo", "ads=60")).getLong("job");
    assertThat(Http.json(post("/api/v1/demo", "ads=240")).getLong("job")).isEqualTo(id);

    var jobs = new JobRepository(studio.postgres().pool());
    assertThat(jobs.byId(id).await().orElseThrow().settings().getInteger("ads")).isEqualTo(60);
    post("/api/v1/demo/stop", "");
    assertThat(jobs.byId(id).await().orElseThrow().state()).isEqualTo(JobState.CANCELLED);
    assertThat(Http.json(post("/api/v1/demo", "")).getLong("job")).isNotEqualTo(id);
  }

  @Test
  void aSizeThatMakesNoSenseIsRefused() {
    var answer = post("/api/v1/demo", "ads=5");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Http.json(answer).getString("detail"))
        .contains("whole number from 24 to 2000, not \"5\"");
  }
}
