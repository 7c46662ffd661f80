package org.yuyin.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yuyin.media.Frame;

/**
 * What a worker made of an item: finished vectors, frames that still have to go through a network,
 * and what could not be done.
 *
 * @param failures reason by extractor
 */
record Prepared(
    FeatureItem item,
    Map<Extractor, float[]> vectors,
    Map<FrameExtractor, List<Frame>> frames,
    Map<Extractor, String> failures) {
  static Prepared of(FeatureItem item) {
    return new Prepared(item, new HashMap<>(), new HashMap<>(), new HashMap<>());
  }
}
