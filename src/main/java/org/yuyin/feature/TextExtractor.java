package org.yuyin.feature;

import java.util.List;

/** Describes a category tag. */
public non-sealed interface TextExtractor extends Extractor {
  /**
   * One vector for each text, in order.
   *
   * @return (texts, width)
   */
  float[][] extract(List<String> texts);
}
