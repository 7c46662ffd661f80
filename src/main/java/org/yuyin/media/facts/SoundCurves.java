package org.yuyin.media.facts;

/**
 * How a sound goes on over time.
 *
 * @param energyDb root mean square of each second, in dB of full scale, -80 to 0
 * @param brightnessHz spectral centroid of each second
 */
public record SoundCurves(Curve energyDb, Curve brightnessHz) {}
