package org.yuyin.feature.picture;

import java.util.List;

/** Some named numbers that describe a picture, or how it differs from the one before. */
interface PictureStatistic {
  /** Names of the numbers, in order. */
  List<String> columns();

  /**
   * As many finite numbers as there are columns.
   *
   * @param before the frame sampled before; the same picture for the first one
   */
  float[] of(Picture picture, Picture before);
}
