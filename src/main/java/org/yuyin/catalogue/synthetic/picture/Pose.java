package org.yuyin.catalogue.synthetic.picture;

/**
 * Where a sprite is.
 *
 * @param x of its middle, -160 left edge to 160 right edge of the picture
 * @param y of its middle, -90 top to 90 bottom
 * @param size side of its square
 * @param turn degrees, clockwise
 */
record Pose(double x, double y, double size, double turn) {
  /** The pose a share of the way to another. */
  Pose towards(Pose other, double share) {
    return new Pose(
        x + (other.x - x) * share,
        y + (other.y - y) * share,
        size + (other.size - size) * share,
        turn + (other.turn - turn) * share);
  }
}
