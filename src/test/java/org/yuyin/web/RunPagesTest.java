package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunPagesTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static TestRuns runs;

  @BeforeAll
  static void makeADataset() {
    assertThat(page("/runs")).contains("scripts/yuyin train"); // before there is any run
    runs = new TestRuns(studio);
  }

  private static String page(String path) {
    var answer = Http.get(studio.at(path), "Accept", "text/html");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Http.text(answer).replaceAll("\\s+", " ");
  }

  @Test
  void measureStandsBesideItsRandomLine() {
    var run = runs.add("finished", Map.of());
    runs.evaluate(run, 0.31, 0.034);
    assertThat(page("/runs")).contains("31 %", "random 3.4 %", "toys v3", "synthetic");
    assertThat(page("/runs/" + run))
        .contains("Video → music", "Music → video", "pool of 62 · 41 tracks")
        .contains("31.0 %", "21.0 to 41.0", "3.4 %");
  }

  @Test
  void onlySettingsThatDifferAreListedAsChanged() {
    var run = runs.add("finished", Map.of("alpha", "0.25"));
    var changed = page("/runs/" + run).replaceAll("(?s)<details>.*", "");
    assertThat(changed).contains("alpha", "0.25").doesNotContain("beta", "learningRate");
    assertThat(page("/runs/" + runs.add("finished", Map.of()))).contains("All as usual.");
  }

  @Test
  void failedRunSaysWhyAndHowToGoOn() {
    var run = runs.add("failed", Map.of());
    studio.run("UPDATE run SET error = 'the disk is full' WHERE id = $1", Tuple.of(run));
    assertThat(page("/runs/" + run))
        .contains("the disk is full", "/api/v1/runs/%d/resume".formatted(run));
  }

  @Test
  void runWithoutASignOfLifeIsNotShownAsRunning() {
    var run = runs.add("running", Map.of());
    studio.run(
        "UPDATE run SET heartbeat_at = now() - interval '5 minutes' WHERE id = $1", Tuple.of(run));
    assertThat(page("/runs/" + run)).contains("No sign of life");
  }

  @Test
  void finishedRunIsPutIntoServiceAndShownThere() {
    var run = runs.add("finished", Map.of());
    runs.evaluate(run, 0.42, 0.03);
    var address = studio.at("/api/v1/runs/" + run + "/service");
    assertThat(Http.json(Http.post(address, new byte[0])).getLong("run")).isEqualTo(run);
    assertThat(page("/runs/" + run)).contains("in service").doesNotContain("Put into service");
    studio.addExcluded("talk.mp4", "speech_only", "2 % music"); // else the page explains the start
    assertThat(page("/")).contains("42 %", "random 3.0 %");
  }

  @Test
  void unfinishedRunCannotServe() {
    var run = runs.add("cancelled", Map.of());
    var answer = Http.post(studio.at("/api/v1/runs/" + run + "/service"), new byte[0]);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Http.json(answer).getString("detail")).contains("only a run that is finished");
  }

  @Test
  void curveHoldsEveryEpoch() {
    var run = runs.add("running", Map.of());
    runs.addEpoch(run, 1);
    runs.addEpoch(run, 2);
    var epochs =
        Http.json(Http.get(studio.at("/api/v1/runs/" + run + "/epochs"))).getJsonArray("epochs");
    assertThat(epochs).hasSize(2);
    assertThat(epochs.getJsonObject(1).getDouble("evaluationLoss")).isEqualTo(1.25);
    assertThat(epochs.getJsonObject(1).getJsonObject("parts").getDouble("recall@10"))
        .isEqualTo(0.5);
  }

  @Test
  @Timeout(30)
  void listenersHearOfNewEpochsAndOfTheEnd() throws Exception {
    var run = runs.add("running", Map.of());
    runs.addEpoch(run, 1);
    var lines = listen(run, "?after=1&state=running");
    runs.addEpoch(run, 2);
    assertThat(next(lines, "id: ")).isEqualTo("id: 2");
    assertThat(next(lines, "data: ")).contains("\"epoch\":2");
    studio.run("UPDATE run SET state = 'finished' WHERE id = $1", Tuple.of(run));
    assertThat(next(lines, "event: state")).isNotEmpty();
    assertThat(lines.next()).isEqualTo("data: finished");
    assertThat(List.copyOf(remaining(lines))).noneMatch(line -> line.startsWith("event"));
  }

  @Test
  @Timeout(30)
  void listenerWhoComesAfterTheEndHearsOfItAtOnce() throws Exception {
    var run = runs.add("finished", Map.of());
    assertThat(next(listen(run, "?state=running"), "data: ")).isEqualTo("data: finished");
  }

  private static Iterator<String> listen(long run, String query)
      throws IOException, InterruptedException {
    var address = URI.create(studio.at("/api/v1/runs/" + run + "/events" + query));
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofLines());
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return answer.body().iterator();
  }

  private static String next(Iterator<String> lines, String start) {
    while (lines.hasNext()) {
      var line = lines.next();
      if (line.startsWith(start)) {
        return line;
      }
    }
    return "";
  }

  private static List<String> remaining(Iterator<String> lines) {
    var rest = new java.util.ArrayList<String>();
    lines.forEachRemaining(rest::add);
    return rest;
  }
}
