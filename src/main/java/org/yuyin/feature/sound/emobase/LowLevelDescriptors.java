package org.yuyin.feature.sound.emobase;

import org.yuyin.media.Sound;

/**
 * The 26 contours of a clip, before smoothing. Short and long frames have contours of different
 * lengths. Takes a hundred bytes for each 10 ms of sound, whatever its sample rate.
 *
 * @param longFrames frames of the pitch contours
 * @param contours in the order of {@link ContourNames}, each of one value for each frame
 */
record LowLevelDescriptors(int longFrames, float[][] contours) {
  /** Short frames beyond the last long one that smoothing still looks at. */
  private static final int SHORT_FRAMES_BEYOND = 2;

  /** Analyses a clip. One shorter than a long frame has empty contours. */
  static LowLevelDescriptors of(Sound sound) {
    var framing = Framing.of(sound.sampleRateHz());
    int longFrames = framing.longFrames(sound.frameCount());
    int shortFrames =
        longFrames == 0
            ? 0
            : Math.min(framing.shortFrames(sound.frameCount()), longFrames + SHORT_FRAMES_BEYOND);
    var contours = new float[ContourNames.COUNT][];
    for (int i = 0; i < contours.length; i++) {
      contours[i] = new float[i < ContourNames.VOICING ? shortFrames : longFrames];
    }
    analyseShort(sound, framing, shortFrames, contours);
    analyseLong(sound, framing, longFrames, contours);
    return new LowLevelDescriptors(longFrames, contours);
  }

  private static void analyseShort(Sound sound, Framing framing, int frames, float[][] contours) {
    int length = framing.shortFrame();
    var reader = new FrameReader(sound, length, framing.hop());
    var intensity = new Intensity(length);
    var mfcc = new Mfcc(framing);
    var prediction = new LinearPrediction();
    var pairs = new LineSpectralPairs();
    var lifted = new float[length];
    for (int first = 0; first < frames; first += Lanes.COUNT) {
      int end = Math.min(first + Lanes.COUNT, frames);
      for (int k = first; k < end; k++) {
        var frame = reader.next();
        double level = intensity.of(frame);
        contours[ContourNames.INTENSITY][k] = (float) level;
        contours[ContourNames.LOUDNESS][k] = (float) Intensity.loudness(level);
        contours[ContourNames.ZERO_CROSSINGS][k] = ZeroCrossings.rate(frame, length);
        PreEmphasis.apply(frame, length, lifted);
        mfcc.put(k - first, lifted);
        var angles = pairs.of(prediction.of(lifted, length));
        for (int j = 0; j < angles.length; j++) {
          contours[ContourNames.FIRST_LSP + j][k] = angles[j];
        }
      }
      mfcc.compute(end - first, contours, ContourNames.FIRST_MFCC, first);
    }
  }

  private static void analyseLong(Sound sound, Framing framing, int frames, float[][] contours) {
    var reader = new FrameReader(sound, framing.longFrame(), framing.hop());
    var detector = new PitchDetector(framing);
    var pitch = new PitchContour();
    for (int first = 0; first < frames; first += Lanes.COUNT) {
      int end = Math.min(first + Lanes.COUNT, frames);
      for (int k = first; k < end; k++) {
        detector.put(k - first, reader.next());
      }
      detector.analyse(end - first);
      for (int k = first; k < end; k++) {
        pitch.add(detector.pitchHz(k - first));
        contours[ContourNames.VOICING][k] = detector.voicing(k - first);
        contours[ContourNames.PITCH][k] = pitch.pitchHz();
        contours[ContourNames.PITCH_ENVELOPE][k] = pitch.envelopeHz();
      }
    }
  }

  /** Rows of the smoothed contours: the smoother runs one frame past the last long frame. */
  int rows() {
    return longFrames == 0 ? 0 : longFrames + 1;
  }
}
