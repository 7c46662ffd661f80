package org.yuyin.catalogue.synthetic;

/** Told whenever an ad is there; called from several threads, never at once. */
@FunctionalInterface
public interface DemoProgress {
  /**
   * @param done ads that are there, earlier ones included
   * @param total ads that there will be
   * @param file the newest, below the catalogue's folder
   */
  void made(int done, int total, String file);
}
