package org.yuyin.storage;

/**
 * Keeps those who delete blobs apart from those who begin to refer to one, and from backups: an
 * advisory lock of PostgreSQL, which is free again when its holder dies. Whoever wrote a row that
 * refers to a blob looks after its transaction whether the blob is there: {@link BlobStore#ensure}.
 */
public final class BlobLock {
  /** Held to the end of a transaction that writes a row about a blob; several may. */
  public static final String REFER = "pg_advisory_xact_lock_shared(hashtext('blobs'), 0)";

  /** Held to the end of a transaction that deletes blobs; false when others hold the lock. */
  public static final String DELETE = "pg_try_advisory_xact_lock(hashtext('blobs'), 0)";

  /** Held to the end of a session that copies blobs; several may. */
  public static final String COPY = "pg_advisory_lock_shared(hashtext('blobs'), 0)";

  private BlobLock() {}
}
