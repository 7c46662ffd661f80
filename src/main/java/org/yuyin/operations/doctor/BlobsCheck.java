package org.yuyin.operations.doctor;

import io.vertx.sqlclient.Pool;
import org.yuyin.media.FfmpegMediaReader;
import org.yuyin.media.MediaLimits;
import org.yuyin.media.Previews;
import org.yuyin.operations.Sweep;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.DataFolder;

/** Media that rows name but that are not there, and files that no row names. */
final class BlobsCheck implements Check {
  private final Sweep sweep;

  BlobsCheck(Pool pool, DataFolder folder) {
    var reader = new FfmpegMediaReader(MediaLimits.standard());
    var previews = new Previews(reader, MediaLimits.standard(), folder.cache().resolve("previews"));
    this.sweep = new Sweep(pool, new BlobStore(folder), previews);
  }

  @Override
  public String name() {
    return "media";
  }

  @Override
  public Finding look() {
    var missing = sweep.missing();
    if (!missing.isEmpty()) {
      return Finding.broken(
          "%d media files are missing, such as %s".formatted(missing.size(), missing.getFirst()),
          "give their ingest or upload again, or restore blobs/ from a backup");
    }
    var stray = sweep.unreferred().size();
    return stray > 0
        ? Finding.weak(
            "all there; %d files belong to nothing".formatted(stray),
            "serve or worker sweeps them up within the hour")
        : Finding.ok("all there, and nothing beside");
  }
}
