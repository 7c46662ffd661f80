package org.yuyin.app.soak;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** People at work: one reviews, one uploads, one trains, one takes a folder in. */
final class Users implements AutoCloseable {
  private static final List<String> ANSWERS = List.of("music", "no_music", "unsure");
  private static final int MOST_UPLOADS = 300;
  private static final int REVIEWERS = 20;
  private static final String TRAINING =
      """
      {"dataset": "tiny@1", "method": "yuyin", "seed": %d,
       "settings": {"embedding": 24, "hidden": 16, "width": 8, "batch": 20, "epochs": 20}}
      """;

  private final SoakStudio studio;
  private final Deeds deeds;
  private final Path clip;
  private final Path folder;
  private final List<Long> items;
  private final long seed;
  private final List<Thread> threads;
  private volatile boolean over;

  /**
   * @param clip that all uploads are made of
   * @param folder of clips that is taken in again and again
   * @param items of review queue 1
   */
  Users(SoakStudio studio, Deeds deeds, Path clip, Path folder, List<Long> items, long seed) {
    this.studio = studio;
    this.deeds = deeds;
    this.clip = clip;
    this.folder = folder;
    this.items = items;
    this.seed = seed;
    this.threads =
        List.of(
            Thread.ofPlatform().name("reviewer").start(() -> work(this::review, 30)),
            Thread.ofPlatform().name("uploader").start(() -> work(this::upload, 700)),
            Thread.ofPlatform().name("trainer").start(() -> work(this::train, 1500)),
            Thread.ofPlatform().name("ingester").start(() -> work(this::ingest, 500)));
  }

  private interface Work {
    void once(Random random, int round) throws Exception;
  }

  private void work(Work work, long pauseMs) {
    var random = new Random(seed + Thread.currentThread().getName().hashCode());
    for (int round = 0; !over; round++) {
      try {
        work.once(random, round);
        Thread.sleep(pauseMs);
      } catch (InterruptedException e) {
        return;
      } catch (Exception e) {
        deeds.unanswered().incrementAndGet();
      }
    }
  }

  private void review(Random random, int round) {
    long item = items.get(random.nextInt(items.size()));
    var reviewer = "Reviewer" + round / items.size() % REVIEWERS;
    var answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
    var told =
        studio.send(
            "POST",
            "/api/v1/review/1/items/%d/decision".formatted(item),
            "answer=" + answer,
            Map.of(
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Cookie",
                "reviewer=" + reviewer));
    if (told.isEmpty()) {
      deeds.unanswered().incrementAndGet();
      deeds.decisions().remove(item + " " + reviewer); // either answer may stand now
    }
    SoakStudio.accepted(told)
        .ifPresent(done -> deeds.decisions().put(item + " " + reviewer, answer));
  }

  private void upload(Random random, int round) throws IOException {
    if (round > MOST_UPLOADS) {
      return;
    }
    var bytes = distinct(Files.readAllBytes(clip), round);
    var told =
        studio.send(
            "POST",
            "/api/v1/ads?name=soak%d.mp4".formatted(round),
            HttpRequest.BodyPublishers.ofByteArray(bytes),
            Map.of("Content-Type", "application/octet-stream"));
    if (told.isEmpty()) {
      deeds.unanswered().incrementAndGet();
    }
    SoakStudio.accepted(told).map(it -> it.getLong("id")).ifPresent(deeds.ads()::add);
  }

  private void train(Random random, int round) {
    var told =
        studio.send(
            "POST",
            "/api/v1/runs",
            TRAINING.formatted(round),
            Map.of("Content-Type", "application/json", "Idempotency-Key", "training-" + round));
    SoakStudio.accepted(told)
        .map(it -> it.getJsonArray("runs").getLong(0))
        .ifPresent(deeds.runs()::add);
    while (!over && trainingsUnderWay() > 2) {
      pause();
    }
  }

  private long trainingsUnderWay() {
    return SoakStudio.accepted(studio.send("GET", "/api/v1/jobs?type=train&limit=50", "", Map.of()))
        .map(page -> page.getJsonArray("items").stream().filter(Users::live).count())
        .orElse(3L);
  }

  private static boolean live(Object job) {
    return List.of("queued", "running", "stopping").contains(((JsonObject) job).getString("state"));
  }

  private void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      over = true;
    }
  }

  private void ingest(Random random, int round) throws Exception {
    var process = studio.start("ingest", folder.toString(), "--name", "folder");
    while (!over && process.isAlive() && random.nextInt(40) > 0) {
      Thread.sleep(100);
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor(); // killed in the middle, if it was not done
  }

  /** The same clip with something else behind it. */
  static byte[] distinct(byte[] clip, int number) {
    return ByteBuffer.allocate(clip.length + 12)
        .put(clip)
        .putInt(12)
        .put("free".getBytes(StandardCharsets.US_ASCII))
        .putInt(number)
        .array();
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    for (var thread : threads) {
      thread.join();
    }
  }
}
