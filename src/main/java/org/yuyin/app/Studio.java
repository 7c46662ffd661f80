package org.yuyin.app;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.yuyin.account.Accounts;
import org.yuyin.account.Passwords;
import org.yuyin.dataset.DatasetLibrary;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.feature.Extractors;
import org.yuyin.jobs.JobBell;
import org.yuyin.media.FfmpegMediaReader;
import org.yuyin.media.MediaLimits;
import org.yuyin.media.MediaReader;
import org.yuyin.media.Previews;
import org.yuyin.operations.Deletion;
import org.yuyin.operations.Restore;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.Database;
import org.yuyin.storage.Leftovers;
import org.yuyin.storage.StorageSettings;

/**
 * What a command works on: the data folder with its database, blobs, media tools and extractors.
 * Opened for one command, closed at its end.
 */
public final class Studio implements AutoCloseable {
  private final DataFolder folder;
  private final Database database;
  private final BlobStore blobs;
  private final MediaReader media = new FfmpegMediaReader(MediaLimits.standard());
  private @Nullable Extractors extractors;
  private @Nullable JobBell bell;

  private Studio(DataFolder folder, Database database) {
    this.folder = folder;
    this.database = database;
    this.blobs = new BlobStore(folder);
  }

  /** Makes the data folder where it is missing and opens its database. */
  public static Studio open(StudioOptions options) {
    return open(options.storage());
  }

  static Studio open(StorageSettings storage) {
    var folder = storage.folder().create();
    Restore.refuseUnfinished(folder);
    Leftovers.remove(folder.temporary(), "*");
    return new Studio(folder, Database.open(storage));
  }

  /** The data folder. */
  public DataFolder folder() {
    return folder;
  }

  /** The database; {@code database().pool()} is what repositories take. */
  public Database database() {
    return database;
  }

  /** Media by content hash. */
  public BlobStore blobs() {
    return blobs;
  }

  /** Who may do what. */
  public Accounts accounts() {
    return Accounts.of(database.pool(), Passwords.strong(database.vertx()), Clock.systemUTC());
  }

  /** The datasets of the data folder. */
  public DatasetLibrary datasets() {
    return new DatasetLibrary(folder, new DatasetRepository(database.pool()));
  }

  /** Probes and decodes. */
  public MediaReader media() {
    return media;
  }

  /** Pictures and outlines to show in place of media. */
  public Previews previews() {
    return new Previews(media, MediaLimits.standard(), folder.cache().resolve("previews"));
  }

  /** Deletes ads and music for good. */
  Deletion deletion() {
    return new Deletion(database.pool(), blobs, previews());
  }

  /** Every extractor; made at the first call, since some look for weights. */
  public synchronized Extractors extractors() {
    if (extractors == null) {
      extractors = Extractors.standard(folder.models());
    }
    return extractors;
  }

  /** Rings when a job is queued or moves; it listens from the first call on. */
  public synchronized JobBell bell() {
    if (bell == null) {
      bell = JobBell.of(database);
    }
    return bell;
  }

  @Override
  public void close() {
    if (bell != null) {
      bell.close();
    }
    if (extractors != null) {
      extractors.close();
    }
    database.close();
  }
}
