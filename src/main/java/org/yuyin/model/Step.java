package org.yuyin.model;

import java.util.random.RandomGenerator;

/**
 * Where in its course a training stands when a loss is asked for.
 *
 * @param training false when the loss is only measured: nothing random then, nothing remembered
 * @param progress from 0 at the first step to 1 at the last; for losses that are faded in
 * @param random drawn from by dropout and sampling; depends on seed and step alone, so that a
 *     resumed run draws the same
 */
public record Step(boolean training, double progress, RandomGenerator random) {}
