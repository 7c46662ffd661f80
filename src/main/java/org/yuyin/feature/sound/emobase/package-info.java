/**
 * The emobase set of openSMILE: 988 values that describe the emotion a sound carries (Eyben,
 * Wöllmer, Schuller: openSMILE, ACM Multimedia 2010). Frames become 26 contours, contours are
 * smoothed and differenced, and 19 functionals of each of the 52 make the vector. Where the
 * original does something unexpected, a named constant or a comment says so, because its numbers
 * are only met by doing the same; for that reason also its rounding to single precision is kept
 * everywhere.
 *
 * <p>Spectra are computed for several frames side by side, a frame in each lane of the processor's
 * vectors, which leaves every frame's arithmetic as it is.
 *
 * <p>In reading order: {@code Framing}, {@code FrameReader}, {@code Intensity}, {@code
 * ZeroCrossings}, {@code PreEmphasis}; {@code Lanes}, {@code PowerSpectra}, {@code MelFilters},
 * {@code Mfcc}; {@code LinearPrediction}, {@code LineSpectralPairs}; {@code CosineSeries}, {@code
 * PitchDetector}, {@code PitchContour}; {@code LowLevelDescriptors}, {@code ContourFilter}, {@code
 * Functionals}, {@code EmobaseExtractor}. Below the spectra lie {@code SplitRadix}, {@code
 * Twiddles}, {@code RealBins} and {@code FloatMath}.
 */
@NullMarked
package org.yuyin.feature.sound.emobase;

import org.jspecify.annotations.NullMarked;
