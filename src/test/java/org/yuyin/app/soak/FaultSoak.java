package org.yuyin.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.yuyin.app.TinyPairs;
import org.yuyin.media.TestClips;
import org.yuyin.storage.Database;
import org.yuyin.storage.Folders;
import org.yuyin.storage.StorageSettings;

/**
 * Kills server, worker, decoders and database at random moments while people review, upload, train
 * and take a folder in; then everything that was acknowledged must be there, once, and nothing
 * else. See docs/reliability.md.
 */
public final class FaultSoak {
  private static final Duration BACK = Duration.ofMinutes(2);
  private static final int CLIPS = 24;
  private static final int ITEMS = 24;

  private FaultSoak() {}

  /** What is killed. */
  private enum Victim {
    SERVER,
    WORKER,
    DECODER,
    DATABASE
  }

  /** Arguments: the program, how many kills, the seed. */
  public static void main(String[] arguments) throws Exception {
    var program = Path.of(arguments[0]).toAbsolutePath();
    int kills = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    var root = Files.createTempDirectory("yuyin-soak-");
    boolean good = false;
    try {
      good = run(program, root, kills, seed);
    } finally {
      if (good) {
        Folders.delete(root);
      } else {
        System.out.println("what is left stands in " + root);
      }
    }
    System.exit(good ? 0 : 1);
  }

  private static boolean run(Path program, Path root, int kills, long seed) throws Exception {
    var clip = TestClips.musicVideo(root.resolve("clip.mp4"), 300, 2);
    var folder = clips(root, clip);
    var deeds = new Deeds();
    try (var studio = new SoakStudio(program, root.resolve("data"))) {
      check(studio.awaitAnswer(BACK), "the server does not start");
      prepare(studio, root, folder);
      try (var database = Database.open(StorageSettings.embedded(studio.data()))) {
        var pool = database.pool();
        var items =
            pool.query("SELECT id FROM review_item ORDER BY id").execute().await().stream()
                .map(row -> row.getLong(0))
                .toList();
        var killed = new EnumMap<Victim, Integer>(Victim.class);
        var back = new ArrayList<Duration>();
        try (var users = new Users(studio, deeds, clip, folder, items, seed)) {
          rage(studio, new Random(seed), kills, killed, back);
        }
        settle(studio, pool);
        check(
            studio.start("ingest", folder.toString(), "--name", "folder").waitFor() == 0, "ingest");
        var truth = new Truth(pool, studio.data());
        truth.anHourLater();
        var broken = truth.brokenPromises(deeds);
        if (truth.adsOf("folder") != CLIPS) {
          broken.add("%d of %d ads of the folder".formatted(truth.adsOf("folder"), CLIPS));
        }
        report(killed, back, deeds, truth, broken);
        return broken.isEmpty();
      }
    }
  }

  private static void rage(
      SoakStudio studio, Random random, int kills, Map<Victim, Integer> killed, List<Duration> back)
      throws Exception {
    for (int kill = 0; kill < kills; kill++) {
      Thread.sleep(200 + random.nextInt(2500));
      var victim = Victim.values()[random.nextInt(Victim.values().length)];
      int victims =
          switch (victim) {
            case SERVER -> {
              studio.killServer();
              yield 1;
            }
            case WORKER -> {
              studio.killWorker();
              yield 1;
            }
            case DATABASE -> {
              studio.killDatabase();
              yield 1;
            }
            case DECODER -> studio.killDecoders();
          };
      if (victims == 0) {
        kill--; // nobody decoded just then
        continue;
      }
      killed.merge(victim, victims, Integer::sum);
      if (victim == Victim.SERVER || victim == Victim.DATABASE) {
        long began = System.nanoTime();
        check(studio.awaitAnswer(BACK), "the %s does not come back".formatted(victim));
        back.add(Duration.ofNanos(System.nanoTime() - began));
      }
      if (kill % 20 == 19) {
        System.out.printf("%d of %d kills%n", kill + 1, kills);
      }
    }
  }

  /** Within twice the lease every job of a dead worker must be somebody's again, and then end. */
  private static void settle(SoakStudio studio, io.vertx.sqlclient.Pool pool) throws Exception {
    check(studio.awaitAnswer(BACK), "the server does not come back");
    long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    while (System.nanoTime() < end) {
      var left =
          pool.query("SELECT count(*) FROM job WHERE state IN ('queued', 'running', 'stopping')")
              .execute()
              .await()
              .iterator()
              .next()
              .getLong(0);
      if (left == 0) {
        return;
      }
      Thread.sleep(500);
    }
  }

  private static void prepare(SoakStudio studio, Path root, Path folder) throws Exception {
    var features = TinyPairs.folder(root);
    check(
        studio.start("dataset", "import", features.toString(), "--name", "tiny").waitFor() == 0,
        "import");
    check(studio.start("ingest", folder.toString(), "--name", "judged").waitFor() == 0, "ingest");
    var queue =
        studio.send(
            "POST",
            "/api/v1/review",
            "kind=music&name=soak&ads=%d&reviewers=20&order=random".formatted(ITEMS),
            Map.of("Content-Type", "application/x-www-form-urlencoded"));
    check(SoakStudio.accepted(queue).isPresent(), "no queue: " + queue.map(it -> it.body()));
    Thread.sleep(3000); // its items are prepared
  }

  private static Path clips(Path root, Path clip) throws IOException {
    var folder = Files.createDirectories(root.resolve("clips").resolve("sport"));
    var bytes = Files.readAllBytes(clip);
    for (int i = 0; i < CLIPS; i++) {
      Files.write(folder.resolve("clip%d.mp4".formatted(i)), Users.distinct(bytes, 1_000_000 + i));
    }
    return folder.getParent();
  }

  private static void report(
      Map<Victim, Integer> killed,
      List<Duration> back,
      Deeds deeds,
      Truth truth,
      List<String> broken) {
    Collections.sort(back);
    System.out.println("killed: " + killed);
    System.out.printf(
        "answers again after %.1f s (median), %.1f s (at most)%n",
        back.get(back.size() / 2).toMillis() / 1000.0, back.getLast().toMillis() / 1000.0);
    System.out.printf(
        "acknowledged: %d decisions, %d ads, %d trainings (%d trained to their end); without an answer: %d%n",
        deeds.decisions().size(),
        deeds.ads().size(),
        deeds.runs().size(),
        truth.finishedTrainings(),
        deeds.unanswered().get());
    System.out.println(broken.isEmpty() ? "nothing lost, nothing twice, nothing stuck" : "BROKEN:");
    broken.stream().limit(50).forEach(System.out::println);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
