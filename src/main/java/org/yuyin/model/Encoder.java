package org.yuyin.model;

import java.util.Map;
import org.yuyin.feature.Modality;

/**
 * A trained method: places both sides of a pair in one space where the dot product is the score,
 * higher is better. Thread-safe; holds native memory until closed.
 */
public interface Encoder extends AutoCloseable {
  /** Values in a point of the common space. */
  int width();

  /**
   * Points of the pictures' side.
   *
   * @param features raw vectors, (batch, width of the modality), at least for VIDEO
   * @return (batch, width), each of length 1
   */
  float[][] encodeVideo(Map<Modality, float[][]> features);

  /**
   * Points of the music's side.
   *
   * @param features raw vectors, (batch, width of the modality), for AUDIO and, where the method
   *     uses it, EMOTION
   * @return (batch, width), each of length 1
   */
  float[][] encodeMusic(Map<Modality, float[][]> features);

  @Override
  void close();
}
