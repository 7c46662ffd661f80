package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs by the interface for programs; nobody works them off here. */
@Timeout(60)
class JobsApiTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  @BeforeEach
  void emptyTheQueue() {
    studio.run("DELETE FROM job", Tuple.tuple());
  }

  @Test
  void theSameOrderIsOneJobUntilItEnds() {
    long first = create(picture(1));
    assertThat(create(picture(1))).isEqualTo(first);
    assertThat(create(picture(2))).isNotEqualTo(first);
    assertThat(post("/api/v1/jobs/%d/cancel".formatted(first), "").statusCode()).isEqualTo(202);
    assertThat(job(first).getString("state")).isEqualTo("cancelled");
    assertThat(post("/api/v1/jobs/%d/cancel".formatted(first), "").statusCode()).isEqualTo(409);
    assertThat(post("/api/v1/jobs/%d/again".formatted(first), "").statusCode()).isEqualTo(202);
    assertThat(job(first).getString("state")).isEqualTo("queued");
  }

  @Test
  void settingsThatCannotBeAreRefusedByName() {
    var missing = post("/api/v1/jobs", "{\"type\": \"projection\", \"settings\": {}}");
    assertThat(missing.statusCode()).isEqualTo(400);
    assertThat(Http.json(missing).getString("detail")).contains("\"settings.run\" is missing");
    var name = post("/api/v1/jobs", "{\"type\": \"dataset\", \"settings\": {\"name\": \"a/b\"}}");
    assertThat(name.statusCode()).isEqualTo(422);
  }

  @Test
  void pagesNeitherRepeatNorLeaveOutWhileNewJobsArrive() {
    var queued = new HashSet<Long>();
    for (int run = 1; run <= 7; run++) {
      queued.add(create(picture(run)));
    }
    var seen = new HashSet<Long>();
    var address = "/api/v1/jobs?limit=3";
    for (var page = page(address); ; page = page(address + "&cursor=" + page.getString("next"))) {
      numbers(page).forEach(id -> assertThat(seen.add(id)).isTrue());
      create(picture(100 + seen.size()));
      if (!page.containsKey("next")) {
        break;
      }
    }
    assertThat(seen).isEqualTo(queued);
    assertThat(numbers(page("/api/v1/jobs?state=failed"))).isEmpty();
    var wrong = Http.get(studio.at("/api/v1/jobs?cursor=abc"));
    assertThat(Http.json(wrong).getString("detail")).contains("\"cursor\"");
  }

  @Test
  void whatDidNotChangeIsNotSentAgain() {
    long id = create(picture(1));
    var path = studio.at("/api/v1/jobs/" + id);
    var tag = Http.header(Http.get(path), "ETag");
    assertThat(Http.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    post("/api/v1/jobs/%d/cancel".formatted(id), "");
    assertThat(Http.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void aKeyMakesARequestHappenOnce() {
    var first = post("/api/v1/jobs", picture(1), "Idempotency-Key", "k-1");
    long id = Http.json(first).getLong("job");
    post("/api/v1/jobs/%d/cancel".formatted(id), "");

    var again = post("/api/v1/jobs", picture(1), "Idempotency-Key", "k-1");
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(Http.header(again, "Idempotency-Replayed")).isEqualTo("true");
    assertThat(Http.json(again)).isEqualTo(Http.json(first));
    assertThat(Http.header(again, "Location")).isEqualTo("/api/v1/jobs/" + id);

    assertThat(post("/api/v1/jobs", picture(2), "Idempotency-Key", "k-1").statusCode())
        .isEqualTo(422);
    assertThat(post("/api/v1/jobs", picture(1), "Idempotency-Key", "k 2").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aRequestThatFailedMayUseItsKeyAgain() {
    var path = "/api/v1/jobs/999999/cancel";
    assertThat(post(path, "", "Idempotency-Key", "k-3").statusCode()).isEqualTo(404);
    var again = post(path, "", "Idempotency-Key", "k-3");
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(Http.header(again, "Idempotency-Replayed")).isEmpty();
  }

  @Test
  void eventsTellAJobUntilItsEnd() throws Exception {
    long id = create(picture(1));
    var request =
        HttpRequest.newBuilder(URI.create(studio.at("/api/v1/jobs/%d/events".formatted(id))));
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
      var lines = answer.body().iterator();
      String line = "";
      while (!line.startsWith("data: ")) {
        line = lines.next();
      }
      assertThat(new JsonObject(line.substring(6)).getString("state")).isEqualTo("queued");
      post("/api/v1/jobs/%d/cancel".formatted(id), "");
      line = "";
      while (!line.startsWith("data: ")) {
        line = lines.next();
      }
      assertThat(new JsonObject(line.substring(6)).getString("state")).isEqualTo("cancelled");
      while (lines.hasNext()) {
        lines.next(); // the stream ends by itself
      }
    }
  }

  private static String picture(int run) {
    return "{\"type\": \"projection\", \"settings\": {\"run\": %d}}".formatted(run);
  }

  private static long create(String order) {
    var answer = post("/api/v1/jobs", order);
    assertThat(answer.statusCode()).as(Http.text(answer)).isEqualTo(202);
    return Http.json(answer).getLong("job");
  }

  private static JsonObject job(long id) {
    return page("/api/v1/jobs/" + id);
  }

  private static JsonObject page(String path) {
    return Http.json(Http.get(studio.at(path)));
  }

  private static List<Long> numbers(JsonObject page) {
    return page.getJsonArray("items").stream()
        .map(item -> ((JsonObject) item).getLong("id"))
        .collect(Collectors.toList());
  }

  private static HttpResponse<byte[]> post(String path, String body, String... headers) {
    var all = new java.util.ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/json"));
    return Http.post(
        studio.at(path), HttpRequest.BodyPublishers.ofString(body), all.toArray(String[]::new));
  }
}
