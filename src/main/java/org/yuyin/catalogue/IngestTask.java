package org.yuyin.catalogue;

import java.util.OptionalLong;

/**
 * A source whose turn has come.
 *
 * @param fingerprint of the file and of what is said of it, as it was before reading
 * @param bytes size of the file; 0 when it is missing
 * @param earlierAd the ad that an earlier run made of this source
 */
record IngestTask(IngestSource source, String fingerprint, long bytes, OptionalLong earlierAd) {
  /** How the source is called in the table of what has been dealt with. */
  String key() {
    return source.file().toString();
  }
}
