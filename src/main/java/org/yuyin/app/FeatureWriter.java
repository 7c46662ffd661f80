package org.yuyin.app;

import java.io.IOException;
import java.util.Iterator;

/** Writes extracted rows in one format, item after item, without keeping them. */
interface FeatureWriter {
  /**
   * Writes all items; each is extracted when the iterator is asked for it.
   *
   * @return rows written
   */
  long write(Iterator<FeatureRows> items) throws IOException;
}
