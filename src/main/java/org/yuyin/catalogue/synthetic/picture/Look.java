package org.yuyin.catalogue.synthetic.picture;

import java.awt.Color;
import java.util.random.RandomGenerator;

/**
 * The colours and the make of one product.
 *
 * @param main its largest surfaces
 * @param second its other surfaces
 * @param accent small parts and prints
 * @param dark lines, lenses, soles
 * @param light paper, cloth, screens
 * @param make which of its kinds is drawn; any number from 0
 */
record Look(Color main, Color second, Color accent, Color dark, Color light, int make) {
  /** The same product in other colours. */
  Look inColours(Color otherMain, Color otherSecond) {
    return new Look(otherMain, otherSecond, accent, dark, light, make);
  }

  /** Another kind in the same colours. */
  Look nextMake() {
    return new Look(main, second, accent, dark, light, make + 1);
  }

  static Look of(Palette palette, RandomGenerator random) {
    return new Look(
        palette.product(),
        palette.second(),
        palette.accent(),
        palette.dark(),
        palette.light(),
        random.nextInt(1_000));
  }
}
