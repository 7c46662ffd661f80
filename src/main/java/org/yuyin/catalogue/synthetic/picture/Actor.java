package org.yuyin.catalogue.synthetic.picture;

/**
 * A sprite in a shot.
 *
 * @param from pose at the start
 * @param to pose at the end
 * @param motion how it gets there
 * @param delay share of the shot that passes before it begins to move
 */
record Actor(Sprite sprite, Pose from, Pose to, Motion motion, double delay) {

  /** How an actor moves. */
  enum Motion {
    /** Evenly, from the first frame to the last. */
    DRIFT,
    /** Quickly into its place at the start, with a small overshoot; then it stays. */
    ARRIVE,
    /** As drift, turning about its upright axis. */
    SPIN,
    /** As drift, swinging from side to side. */
    SWAY
  }

  /** The pose at a share of the shot from 0 to 1. */
  Pose at(double share) {
    double own = Math.clamp((share - delay) / (1 - delay), 0, 1);
    return switch (motion) {
      case DRIFT, SPIN -> from.towards(to, own);
      case ARRIVE -> from.towards(to, overshooting(Math.min(1, own * 3)));
      case SWAY -> {
        var pose = from.towards(to, own);
        yield new Pose(
            pose.x(), pose.y(), pose.size(), pose.turn() + 5 * Math.sin(2 * Math.PI * own));
      }
    };
  }

  /** Width against height: below 1 while it turns about its upright axis. */
  double squeezeAt(double share) {
    return motion == Motion.SPIN ? Math.cos(0.9 * Math.sin(2 * Math.PI * share)) : 1;
  }

  /** The "back" ease-out of animation: past the end by a tenth, then back. */
  private static double overshooting(double share) {
    double rest = share - 1;
    return 1 + 2.7 * rest * rest * rest + 1.7 * rest * rest;
  }
}
