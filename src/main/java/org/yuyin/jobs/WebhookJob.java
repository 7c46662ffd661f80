package org.yuyin.jobs;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.yuyin.storage.InputException;

/**
 * Tells another program that a job has ended: a POST of its number, type, state, result and error,
 * signed in {@code X-YuYin-Signature}. Anything but an answer of 2xx is tried again, for about
 * twenty minutes. It may arrive twice; {@code X-YuYin-Delivery} tells that.
 */
public final class WebhookJob implements JobType {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final RetryPolicy RETRIES = new RetryPolicy(8, Duration.ofSeconds(10));

  private final JobRepository jobs;
  private final Optional<String> secret;
  private final boolean mayBePrivate;

  private WebhookJob(JobRepository jobs, Optional<String> secret, boolean mayBePrivate) {
    this.jobs = jobs;
    this.secret = secret;
    this.mayBePrivate = mayBePrivate;
  }

  /** With {@code YUYIN_WEBHOOK_SECRET} and {@code YUYIN_WEBHOOK_PRIVATE} of an environment. */
  public static WebhookJob of(Pool pool, Map<String, String> environment) {
    return new WebhookJob(
        new JobRepository(pool),
        Optional.ofNullable(environment.get("YUYIN_WEBHOOK_SECRET")).filter(it -> !it.isBlank()),
        Boolean.parseBoolean(environment.get("YUYIN_WEBHOOK_PRIVATE")));
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Optional<RetryPolicy> retries() {
    return Optional.of(RETRIES);
  }

  @Override
  public JsonObject run(JobContext context) throws Exception {
    var url = Webhook.check(context.settings().getString("url"));
    if (!mayBePrivate) {
      Webhook.refusePrivate(url);
    }
    long about = context.settings().getLong("job");
    var body = body(jobs.byId(about).await().orElseThrow(() -> gone(about))).encode();
    var request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-YuYin-Delivery", String.valueOf(context.id()))
            .header("X-YuYin-Signature", Webhook.sign(key(), body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return JsonObject.of("status", send(request));
  }

  private static int send(HttpRequest request) throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
      if (answer.statusCode() / 100 != 2) {
        throw new IOException("it answered " + answer.statusCode());
      }
      return answer.statusCode();
    }
  }

  private String key() {
    return secret.orElseThrow(
        () -> new InputException("set YUYIN_WEBHOOK_SECRET, with which webhooks are signed"));
  }

  private static InputException gone(long job) {
    return new InputException("job %d is gone".formatted(job));
  }

  private static JsonObject body(Job job) {
    return new JsonObject()
        .put("job", job.id())
        .put("type", job.type())
        .put("state", job.state().key())
        .put("result", job.result().orElse(null))
        .put("error", job.error().orElse(null))
        .put("finishedAt", job.finishedAt().map(String::valueOf).orElse(null));
  }
}
