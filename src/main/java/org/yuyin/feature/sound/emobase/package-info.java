/**
 * The emobase set of openSMILE: 988 values that describe the emotion a sound carries (Eyben,
 * Wöllmer, Schuller: openSMILE, ACM Multimedia 2010). Frames become 26 contours, contours are
 * smoothed and differenced, and 19 functionals of each of the 52 make the vector. Written from a
 * description of the maths; where the original does something unexpected, a named constant or a
 * comment says so, because its numbers are only met by doing the same.
 *
 * <p>In reading order: {@code Framing}, {@code FrameReader}, {@code Intensity}, {@code
 * ZeroCrossings}, {@code PreEmphasis}, {@code Mfcc}, {@code LinearPrediction}, {@code
 * LineSpectralPairs}, {@code PitchDetector}, {@code PitchContour}, {@code LowLevelDescriptors},
 * {@code ContourFilter}, {@code Functionals}, {@code EmobaseExtractor}.
 */
@NullMarked
package org.yuyin.feature.sound.emobase;

import org.jspecify.annotations.NullMarked;
