package org.yuyin.catalogue.synthetic.plan;

/**
 * A piece of music that is to be composed.
 *
 * @param title unique in its catalogue
 * @param style category whose style it is written in
 * @param mood what it expresses
 * @param seed decides everything else
 */
public record TrackPlan(String title, ProductCategory style, Mood mood, long seed) {}
