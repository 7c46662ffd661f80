package org.yuyin.catalogue.synthetic.picture;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A stretch of film between two cuts.
 *
 * @param seconds its length
 * @param set the painted set, a quarter larger than the picture
 * @param ground where things stand, NaN where they hang
 * @param actors from the back to the front
 */
record Shot(double seconds, BufferedImage set, double ground, Camera camera, List<Actor> actors) {
  Shot {
    actors = List.copyOf(actors);
  }
}
