package org.yuyin.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.storage.InputException;
import org.yuyin.storage.PostgresExtension;

@Timeout(60)
class WebhookJobTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Map<String, String> ENVIRONMENT =
      Map.of("YUYIN_WEBHOOK_SECRET", "open sesame", "YUYIN_WEBHOOK_PRIVATE", "true");

  private final JobRepository jobs = new JobRepository(POSTGRES.pool());
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
  private HttpServer listener;

  private record Told(String signature, String delivery, String body) {}

  @BeforeEach
  void listen() throws IOException {
    listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/done",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          var headers = exchange.getRequestHeaders();
          told.add(
              new Told(
                  headers.getFirst("X-YuYin-Signature"),
                  headers.getFirst("X-YuYin-Delivery"),
                  body));
          var answer = answers.poll();
          exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
          exchange.close();
        });
    listener.start();
  }

  @AfterEach
  void hangUp() {
    listener.stop(0);
  }

  @Test
  void whoAskedIsToldOnceSignedWhenTheJobHasEnded() throws Exception {
    long job = jobs.enqueue(JobOrder.of("test", JsonObject.of("n", 1))).await();
    jobs.tellAtEnd(job, address()).await();
    answers.add(500); // the first attempt fails, so it is told again
    try (var bell = JobBell.of(POSTGRES.database());
        var _ = worker(bell)) {
      var first = told.poll(20, TimeUnit.SECONDS);
      var second = told.poll(20, TimeUnit.SECONDS);

      assertThat(second).isEqualTo(first);
      assertThat(second.signature()).isEqualTo(Webhook.sign("open sesame", second.body()));
      var body = new JsonObject(second.body());
      assertThat(body.getLong("job")).isEqualTo(job);
      assertThat(body.getString("state")).isEqualTo("finished");
      assertThat(body.getJsonObject("result")).isEqualTo(JsonObject.of("ok", true));
      assertThat(told.poll(500, TimeUnit.MILLISECONDS)).as("a third time").isNull();
    }
  }

  @Test
  void aJobThatHasEndedTellsNobody() {
    long job = jobs.enqueue(JobOrder.of("test", new JsonObject())).await();
    jobs.cancel(job).await();
    assertThat(jobs.tellAtEnd(job, address()).await()).isFalse();
  }

  @Test
  void signatureIsTheOneOfTheStandard() {
    // Test case 2 of RFC 4231.
    assertThat(Webhook.sign("Jefe", "what do ya want for nothing?"))
        .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "example.com", "ftp://example.com", "http://a:b@example.com", "http:///x"})
  void whatIsNoAddressIsRefused(String written) {
    assertThatThrownBy(() -> Webhook.check(written)).isInstanceOf(InputException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/", "http://localhost/", "http://10.1.2.3/", "http://169.254.169.254/",
        "http://192.168.0.1/", "http://[::1]/", "http://[fd00::1]/", "http://0.0.0.0/"
      })
  void addressesOfOurOwnNetworkAreNotTold(String url) {
    assertThatThrownBy(() -> Webhook.refusePrivate(URI.create(url)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("private network");
  }

  private String address() {
    return "http://127.0.0.1:%d/done".formatted(listener.getAddress().getPort());
  }

  private static JobWorker worker(JobBell bell) {
    var settings =
        new JobSettings(
            Duration.ofSeconds(3),
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            new RetryPolicy(3, Duration.ofMillis(10)));
    var hook = WebhookJob.of(POSTGRES.pool(), ENVIRONMENT);
    var impatient =
        new JobType() {
          @Override
          public String name() {
            return hook.name();
          }

          @Override
          public JsonObject run(JobContext context) throws Exception {
            return hook.run(context);
          }
        };
    var types =
        new JobTypes(List.of(impatient, JobWorkerTest.type(_ -> JsonObject.of("ok", true))));
    return new JobWorker(POSTGRES.pool(), bell, types, settings, Optional.empty(), 1);
  }
}
