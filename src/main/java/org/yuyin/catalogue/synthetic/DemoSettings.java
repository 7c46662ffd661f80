package org.yuyin.catalogue.synthetic;

import org.yuyin.catalogue.synthetic.picture.FilmFormat;
import org.yuyin.catalogue.synthetic.plan.PlanSize;

/**
 * How the demo catalogue is made.
 *
 * @param size how many ads of each kind
 * @param format of the pictures
 * @param seed the same seed gives the same ads
 * @param workers how many ads are made at once
 */
public record DemoSettings(PlanSize size, FilmFormat format, long seed, int workers) {
  public DemoSettings {
    if (workers < 1) {
      throw new IllegalArgumentException("at least one worker is needed, got " + workers);
    }
  }

  /** 240 good ads and 37 others of 512 × 288 at 15 frames a second, on all cores. */
  public static DemoSettings standard() {
    int cores = Runtime.getRuntime().availableProcessors();
    return new DemoSettings(PlanSize.standard(), new FilmFormat(512, 288, 15), 1, cores);
  }

  /** The same with fewer or more ads. */
  public DemoSettings withSize(PlanSize other) {
    return new DemoSettings(other, format, seed, workers);
  }

  /** What the files depend on: files made under another description are made anew. */
  String description() {
    return "generator %d, seed %d, %s, %s"
        .formatted(DemoCatalogue.GENERATOR_VERSION, seed, format, size);
  }
}
