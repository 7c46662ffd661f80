package org.yuyin.catalogue;

/** What became of one source. */
public enum IngestOutcome {
  INCLUDED,
  EXCLUDED,
  /** Its content is in the collection already. */
  DUPLICATE;

  /** As stored. */
  String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
