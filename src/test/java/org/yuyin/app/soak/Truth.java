package org.yuyin.app.soak;

import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yuyin.media.FfmpegMediaReader;
import org.yuyin.media.MediaLimits;
import org.yuyin.media.Previews;
import org.yuyin.operations.Sweep;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.DataFolder;

/** Compares what the studio said with what is there. */
final class Truth {
  private final Pool pool;
  private final DataFolder data;

  Truth(Pool pool, DataFolder data) {
    this.pool = pool;
    this.data = data;
  }

  /** Every broken promise, in words. */
  List<String> brokenPromises(Deeds deeds) throws IOException {
    var broken = new ArrayList<String>();
    var stored = decisions();
    deeds
        .decisions()
        .forEach(
            (key, answer) -> {
              if (!answer.equals(stored.get(key))) {
                broken.add("decision %s was %s and is %s".formatted(key, answer, stored.get(key)));
              }
            });
    missing(deeds.ads(), "SELECT id FROM ad")
        .forEach(id -> broken.add("ad %d is lost".formatted(id)));
    missing(deeds.runs(), "SELECT id FROM run")
        .forEach(id -> broken.add("training %d is lost".formatted(id)));
    count(
        broken,
        "decisions that stand twice",
        """
        SELECT count(*) FROM (SELECT FROM review_decision WHERE undone_at IS NULL
          GROUP BY item_id, reviewer HAVING count(*) > 1) twice
        """);
    count(
        broken,
        "jobs under way that nobody holds",
        """
        SELECT count(*) FROM job WHERE state IN ('running', 'stopping') AND lease_until < now()
        """);
    count(
        broken,
        "jobs that are not done",
        "SELECT count(*) FROM job WHERE state IN ('queued', 'running', 'stopping')");
    count(broken, "jobs that failed", "SELECT count(*) FROM job WHERE state = 'failed'");
    count(
        broken,
        "trainings whose job ended and who did not",
        """
        SELECT count(*) FROM run JOIN job ON job.id = run.job_id
        WHERE job.state = 'finished' AND run.state <> 'finished'
        """);
    count(
        broken,
        "finished trainings with a gap in their curve",
        """
        SELECT count(*) FROM run WHERE state = 'finished' AND
          (SELECT count(*) FROM epoch WHERE run_id = run.id)
            <> (SELECT max(epoch) FROM epoch WHERE run_id = run.id)
        """);
    count(
        broken,
        "contents that stand twice in a collection",
        """
        SELECT count(*) FROM (SELECT FROM ad WHERE sha256 IS NOT NULL AND state <> 'excluded'
          GROUP BY collection, sha256 HAVING count(*) > 1) twice
        """);
    broken.addAll(files());
    return broken;
  }

  /** Ads of the folder that are there. */
  long adsOf(String collection) {
    return number("SELECT count(*) FROM ad WHERE collection = '%s'".formatted(collection));
  }

  /** Trainings that went to their end. */
  long finishedTrainings() {
    return number("SELECT count(*) FROM run WHERE state = 'finished'");
  }

  /** Lets an hour pass, after which what crashes left is swept up. */
  void anHourLater() throws IOException {
    var then = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
    try (var files = Files.walk(data.blobs())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, then);
      }
    }
    pool.query("UPDATE media_file SET probed_at = now() - interval '2 hours'").execute().await();
    var limits = MediaLimits.standard();
    var previews =
        new Previews(new FfmpegMediaReader(limits), limits, data.cache().resolve("previews"));
    new Sweep(pool, new BlobStore(data), previews).run();
  }

  private List<String> files() throws IOException {
    var wanted =
        new HashSet<>(
            words(
                """
                SELECT sha256 FROM ad WHERE sha256 IS NOT NULL
                UNION SELECT sha256 FROM track WHERE sha256 IS NOT NULL
                """));
    var there = new HashSet<String>();
    try (var files = Files.walk(data.blobs())) {
      files.filter(Files::isRegularFile).forEach(file -> there.add(hash(file)));
    }
    var broken = new ArrayList<String>();
    wanted.stream()
        .filter(it -> !there.contains(it))
        .forEach(it -> broken.add("file %s is lost".formatted(it)));
    there.stream()
        .filter(it -> !wanted.contains(it))
        .forEach(it -> broken.add("file %s is nobody's".formatted(it)));
    return broken;
  }

  /** The folder has its first two digits. */
  private static String hash(Path file) {
    return file.getParent().getFileName() + file.getFileName().toString();
  }

  private void count(List<String> broken, String what, String sql) {
    long found = number(sql);
    if (found > 0) {
      broken.add("%d %s".formatted(found, what));
    }
  }

  private Set<Long> missing(Set<Long> said, String sql) {
    var there =
        pool.query(sql).execute().await().stream()
            .map(row -> row.getLong(0))
            .collect(Collectors.toSet());
    return said.stream().filter(id -> !there.contains(id)).collect(Collectors.toSet());
  }

  private Map<String, String> decisions() {
    var stored = new HashMap<String, String>();
    pool.query("SELECT item_id, reviewer, answer FROM review_decision WHERE undone_at IS NULL")
        .execute()
        .await()
        .forEach(row -> stored.put(row.getLong(0) + " " + row.getString(1), row.getString(2)));
    return stored;
  }

  private List<String> words(String sql) {
    return pool.query(sql).execute().await().stream().map(row -> row.getString(0)).toList();
  }

  private long number(String sql) {
    return pool.query(sql).execute().await().iterator().next().getLong(0);
  }
}
