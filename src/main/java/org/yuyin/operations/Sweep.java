package org.yuyin.operations;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.media.Previews;
import org.yuyin.storage.BlobLock;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.BlockingTransaction;

/**
 * Sweeps up what crashes leave: files, previews and vectors of contents that no ad and no track
 * has. Only what is older than an hour goes, since an upload stores its file before its row.
 * Blocking; safe beside uploads, backups and other sweeps.
 */
public final class Sweep {
  private static final Logger log = LoggerFactory.getLogger(Sweep.class);
  private static final Duration UNTOUCHED = Duration.ofHours(1);

  private static final String DELETE_MEDIA =
      """
      DELETE FROM media_file WHERE probed_at < now() - interval '1 hour'
        AND NOT EXISTS (SELECT FROM ad WHERE ad.sha256 = media_file.sha256)
        AND NOT EXISTS (SELECT FROM track WHERE track.sha256 = media_file.sha256)
      """;

  private static final String FREE = "SELECT " + BlobLock.DELETE + " AS free";

  private static final String CONTENTS = "SELECT sha256 FROM media_file";

  // A vector is of a media file, of an ad's tag or of a category.
  private static final String STRAY_VECTORS =
      """
      WITH text AS MATERIALIZED (
        SELECT DISTINCT encode(sha256(convert_to(said, 'UTF8')), 'hex') AS item FROM (
          SELECT tag AS said FROM ad WHERE tag IS NOT NULL UNION SELECT name FROM category) texts)
      SELECT DISTINCT item FROM feature WHERE made_at < now() - interval '1 hour'
        AND NOT EXISTS (SELECT FROM media_file WHERE sha256 = feature.item)
        AND NOT EXISTS (SELECT FROM text WHERE text.item = feature.item)
      """;

  private final Pool pool;
  private final BlobStore blobs;
  private final Previews previews;

  /** Sweeps that database and those files. */
  public Sweep(Pool pool, BlobStore blobs, Previews previews) {
    this.pool = pool;
    this.blobs = blobs;
    this.previews = previews;
  }

  /** Deletes what nothing refers to; how many contents that were. */
  public int run() {
    if (!BlockingTransaction.run(pool, Sweep::deleteMedia)) {
      return 0;
    }
    var stray = new TreeSet<>(unreferred());
    pool.query(STRAY_VECTORS).execute().await().forEach(row -> stray.add(row.getString("item")));
    if (stray.isEmpty() || !new ContentRemoval(pool, blobs, previews).removeUnreferred(stray)) {
      return 0;
    }
    log.info("swept up {} contents that nothing refers to", stray.size());
    return stray.size();
  }

  /** Addresses of old files that no row refers to. */
  public List<String> unreferred() {
    var before = Instant.now().minus(UNTOUCHED);
    var files = blobs.all();
    var referred = contents();
    var found = new ArrayList<String>();
    files.forEach(
        (address, since) -> {
          if (since.isBefore(before) && !referred.contains(address)) {
            found.add(address);
          }
        });
    previews.kept().stream()
        .filter(it -> !referred.contains(it) && !files.containsKey(it))
        .forEach(found::add);
    return found;
  }

  /** Addresses that a row refers to without there being a file. */
  public List<String> missing() {
    return contents().stream().filter(address -> !blobs.has(address)).sorted().toList();
  }

  private static boolean deleteMedia(SqlConnection connection) {
    var free = connection.query(FREE).execute().await().iterator().next().getBoolean("free");
    if (free) {
      connection.query(DELETE_MEDIA).execute().await();
    }
    return free;
  }

  private Set<String> contents() {
    return pool.query(CONTENTS).execute().await().stream()
        .map(row -> row.getString("sha256"))
        .collect(Collectors.toSet());
  }
}
