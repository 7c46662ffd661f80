package org.yuyin.feature.sound.emobase;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * As many frames are transformed side by side as one vector of the processor has numbers, each in a
 * lane of its own: number i of the frame in lane l stands at {@code i × COUNT + l}. A lane's
 * operations and their order are those of a program that works on one frame, so its numbers are the
 * same to the last bit.
 */
final class Lanes {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int COUNT = SPECIES.length();

  /** The module of Java that gives access to the processor's vectors. */
  static final String MODULE = "jdk.incubator.vector";

  private Lanes() {}

  /** One number of every frame, from that place of the array on. */
  static FloatVector load(float[] numbers, int at) {
    return FloatVector.fromArray(SPECIES, numbers, at);
  }
}
