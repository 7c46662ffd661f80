package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What those who run a studio ask it: health, metrics, numbers of requests. */
class OperationsTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static int status(String path) {
    return Http.get(studio.at(path)).statusCode();
  }

  @Test
  void readyMeansThatEveryPartWorks() {
    for (var path : List.of("/health", "/health/live", "/health/ready")) {
      assertThat(status(path)).as(path).isEqualTo(200);
    }
    studio.workersAlive = false;
    var answer = Http.get(studio.at("/health/ready"));
    studio.workersAlive = true;
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(Http.json(answer).getString("detail")).contains("workers");
    assertThat(status("/health/live")).isEqualTo(200);

    var older = new Readiness(studio.postgres().pool(), "999", () -> true);
    assertThat(older.problems().await()).containsExactly("The tables are not of version 999.");
  }

  @Test
  void metricsNameRoutesAndKindsOfJobsButNoSingleThing() {
    studio.run(
        "INSERT INTO job (type, settings, queued_at) VALUES ('train', '{}', now() - interval '90 s')",
        Tuple.tuple());
    long ad = studio.addAd("named-in-no-label.mp4", "tea", 1.5);
    assertThat(status("/ads/" + ad)).isEqualTo(200);
    assertThat(status("/api/v1/ads/4711")).isEqualTo(404);
    assertThat(status("/wp-admin/nothing.php")).isEqualTo(404);
    var answer = Http.get(studio.at("/metrics"));
    assertThat(Http.header(answer, "Content-Type")).startsWith("text/plain; version=0.0.4");
    var text = Http.text(answer);
    assertThat(text)
        .contains(
            "yuyin_jobs{state=\"queued\",type=\"train\"} 1.0",
            "process_resident_memory_bytes ",
            "yuyin_disk_free_bytes ",
            "jvm_memory_used_bytes",
            "/ads/:adId")
        .containsPattern("vertx_http_server_response_time_seconds_count\\{code=\"404\"")
        .containsPattern("yuyin_jobs_oldest_queued_seconds\\{type=\"train\"} [1-9]\\d+\\.")
        .containsPattern("vertx_pool_in_use")
        .doesNotContain("named-in-no-label", "ads/4711", "wp-admin", "/ads/" + ad);
  }

  @Test
  void aRequestKeepsItsNumber() {
    var given = Http.get(studio.at("/health/live"), "X-Request-Id", "from-proxy-17");
    assertThat(Http.header(given, "X-Request-Id")).isEqualTo("from-proxy-17");
    for (var bad : List.of("short", "with space in it", "x".repeat(65))) {
      var answer = Http.get(studio.at("/health/live"), "X-Request-Id", bad);
      assertThat(Http.header(answer, "X-Request-Id")).matches("[0-9a-f]{12}");
    }
    studio.rankWith(
        (question, most, stage) -> {
          throw new IllegalStateException("a fault");
        });
    long ad = studio.addAd("fault.mp4", "tea", 1.2);
    var fault =
        Http.get(
            studio.at("/api/v1/ads/%d/recommendations".formatted(ad)),
            "X-Request-Id",
            "req-000042");
    assertThat(fault.statusCode()).isEqualTo(500);
    assertThat(Http.json(fault).getString("reference")).isEqualTo("req-000042");
  }
}
