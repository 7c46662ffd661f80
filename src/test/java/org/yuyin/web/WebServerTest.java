package org.yuyin.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.storage.InputException;

class WebServerTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health", "/assets/css/style.css", "/nowhere"})
  void everyAnswerCarriesTheSecurityHeaders(String path) {
    var answer = Http.get(studio.at(path));
    assertThat(Http.header(answer, "Content-Security-Policy"))
        .contains("default-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(Http.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void healthSaysThatTheDatabaseAnswers() {
    var answer = Http.get(studio.at("/health"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Http.json(answer).getString("database")).isEqualTo("up");
  }

  @Test
  void missingPageIsAPageForPeople() {
    var answer = Http.get(studio.at("/nowhere"), "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Http.text(answer)).startsWith("<!DOCTYPE html>").contains("There is nothing here");
  }

  @Test
  void missingThingIsAProblemForPrograms() {
    var answer = Http.get(studio.at("/api/v1/ads/999"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Http.header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(Http.json(answer).getString("detail")).isEqualTo("There is no ad 999.");
    assertThat(Http.json(answer).getInteger("status")).isEqualTo(404);
  }

  @Test
  void wrongMethodIsNamed() {
    assertThat(Http.post(studio.at("/health"), new byte[0]).statusCode()).isEqualTo(405);
  }

  @Test
  void wrongParameterNamesParameterRuleAndValue() {
    var answer = Http.get(studio.at("/api/v1/ads/1/recommendations?top=many"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Http.json(answer).getString("detail"))
        .isEqualTo("\"top\" is a whole number from 1 to 100, not \"many\".");
  }

  @Test
  void failureOfOursTellsNothingOfItsCause() {
    studio.rankWith(
        (question, most, stage) -> {
          throw new IllegalStateException("password is hunter2");
        });
    var asked = Instant.now();
    var answer = Http.get(studio.at("/api/v1/ads/12345/recommendations"));
    assertThat(Duration.between(asked, Instant.now()))
        .as("a failure is told at once, not when patience ends")
        .isLessThan(Duration.ofSeconds(20));
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(Http.text(answer)).doesNotContain("hunter2").doesNotContain("Exception");
    assertThat(Http.json(answer).getString("detail"))
        .contains(Http.json(answer).getString("reference"));
    var page = Http.get(studio.at("/recommend/12345/ranking"), "HX-Request", "true");
    assertThat(Http.text(page)).contains("Something went wrong").doesNotContain("hunter2");
  }

  @Test
  void mistakeOfTheUserIsToldAsItIs() {
    studio.rankWith(
        (question, most, stage) -> {
          throw new InputException("no model is in service; train one");
        });
    var answer = Http.get(studio.at("/api/v1/ads/54321/recommendations"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Http.json(answer).getString("detail"))
        .isEqualTo("no model is in service; train one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "192.168.0.7"})
  void withoutAccountsNoOtherNameLeadsHere(String host) throws IOException {
    assertThat(statusLine(host)).isEqualTo("HTTP/1.1 403 Forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]"})
  void withoutAccountsThisMachineIsServed(String host) throws IOException {
    assertThat(statusLine(host)).isEqualTo("HTTP/1.1 200 OK");
  }

  /** By hand: an HTTP client does not let its host be chosen. */
  private static String statusLine(String host) throws IOException {
    int port = studio.server().port();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var asked = "GET /data HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(asked.formatted(host, port).getBytes(US_ASCII));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))
          .readLine();
    }
  }

  @Test
  void otherSitesMayNotPost() {
    var byFetch = Http.post(studio.at("/api/v1/ads"), new byte[1], "Sec-Fetch-Site", "cross-site");
    var byOrigin =
        Http.post(studio.at("/api/v1/ads"), new byte[1], "Origin", "https://evil.example");
    var samePortElsewhere =
        Http.post(
            studio.at("/api/v1/ads"),
            new byte[1],
            "Origin",
            "http://evil.example:" + studio.server().port());
    assertThat(byFetch.statusCode()).isEqualTo(403);
    assertThat(byOrigin.statusCode()).isEqualTo(403);
    assertThat(samePortElsewhere.statusCode()).isEqualTo(403);
  }

  @Test
  void ownPagesMayPost() {
    var origin = "http://127.0.0.1:" + studio.server().port();
    var answer = Http.post(studio.at("/api/v1/ads"), new byte[1], "Origin", origin);
    assertThat(answer.statusCode()).isEqualTo(422); // one byte is no video, but it was looked at
  }

  @Test
  void librariesAreServedAtTheVersionOfTheBuild() {
    var chart = Http.get(studio.at("/webjars/chart.js/dist/chart.umd.js"));
    var htmx = Http.get(studio.at("/webjars/htmx.org/dist/htmx.min.js"));
    assertThat(Http.text(chart)).contains("Chart.js v");
    assertThat(Http.header(htmx, "Content-Type")).startsWith("text/javascript");
    var again =
        Http.get(
            studio.at("/webjars/htmx.org/dist/htmx.min.js"),
            "If-None-Match",
            Http.header(htmx, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../db/migration/V001__catalogue.sql",
        "/assets/%2e%2e/db/migration/V001__catalogue.sql",
        "/assets/..%2fdb/migration/V001__catalogue.sql",
        "/webjars/../MANIFEST.MF",
        "/assets/",
        "/assets/css"
      })
  void nothingOutsideOfTheWebRootIsServed(String path) {
    assertThat(Http.get(studio.at(path)).statusCode()).isEqualTo(404);
  }

  @Test
  void takenPortIsOneLineThatSaysWhatToDo() {
    var taken = WebSettings.at(WebSettings.LOCAL_HOST, studio.server().port());
    var vertx = Vertx.vertx();
    try {
      assertThatThrownBy(
              () ->
                  WebServer.start(vertx, taken, new Views(List.of()), studio.accounts(), List.of())
                      .await())
          .isInstanceOf(InputException.class)
          .hasMessageContaining("port " + studio.server().port())
          .hasMessageContaining("--port");
    } finally {
      vertx.close().await();
    }
  }
}
