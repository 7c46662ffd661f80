package org.yuyin.dataset.synthetic;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The hidden causes of a made-up dataset, drawn anew from the seed whenever they are asked for, so
 * that nothing of the dataset's size has to be held in memory. All are normal with deviation 1
 * before they are scaled.
 */
final class Factors {
  /** What pictures and music have in common and every sound feature carries. */
  static final int CONTENT = 24;

  /** Mood: in the pictures and in the emotion feature, hardly in the audio feature. */
  static final int EMOTION = 8;

  /** Where a category lies. */
  static final int CATEGORY = 8;

  /** What only one side has: the model must learn to look past it. */
  static final int PRIVATE = 48;

  private static final double OWN_PLACE = 0.5; // of a fine category within its merged one
  private static final double CLIP = 0.3; // how far clips of one track differ

  /** What a draw is for; no two kinds share random numbers. */
  enum Stream {
    TRACK_CONTENT,
    TRACK_EMOTION,
    TRACK_PRIVATE,
    TRACK_MOOD_PRIVATE,
    AD_CONTENT,
    AD_EMOTION,
    AD_PRIVATE,
    AD_CLIP,
    AD_MOOD_CLIP,
    MERGED_CATEGORY,
    FINE_CATEGORY,
    MIXING,
    SHAPE,
    NOISE
  }

  private final SyntheticSettings settings;

  Factors(SyntheticSettings settings) {
    this.settings = settings;
  }

  /**
   * Random numbers of their own for one item of one kind.
   *
   * @param item row, track, category or modality
   */
  RandomGenerator random(Stream stream, long item) {
    var ofStream =
        new SplittableRandom(settings.seed() * Stream.values().length + stream.ordinal());
    // Its own generator for the seed: seeds that lie a step apart would give the same numbers,
    // moved by one place.
    return new SplittableRandom(new SplittableRandom(ofStream.nextLong() ^ item).nextLong());
  }

  /** The track's content, which all its clips share. */
  double[] trackContent(long track) {
    return normal(Stream.TRACK_CONTENT, track, CONTENT);
  }

  /** The track's mood. */
  double[] trackEmotion(long track) {
    return normal(Stream.TRACK_EMOTION, track, EMOTION);
  }

  /** What the pictures show of the content of their track. */
  double[] pictureContent(int row, long track) {
    return agreeing(trackContent(track), normal(Stream.AD_CONTENT, row, CONTENT));
  }

  /** What the pictures show of the mood of their track. */
  double[] pictureEmotion(int row, long track) {
    var emotion = agreeing(trackEmotion(track), normal(Stream.AD_EMOTION, row, EMOTION));
    scale(emotion, settings.emotion());
    return emotion;
  }

  /** What only the pictures have. */
  double[] picturePrivate(int row) {
    return normal(Stream.AD_PRIVATE, row, PRIVATE);
  }

  /** What only the sound has, nearly the same for every clip of a track. */
  double[] soundPrivate(int row, long track) {
    return clip(Stream.TRACK_PRIVATE, track, Stream.AD_CLIP, row);
  }

  /** What only the emotion feature has, nearly the same for every clip of a track. */
  double[] moodPrivate(int row, long track) {
    return clip(Stream.TRACK_MOOD_PRIVATE, track, Stream.AD_MOOD_CLIP, row);
  }

  /** Where a fine category lies: near the others that are merged with it. */
  double[] category(int fine, int merged) {
    var place = normal(Stream.MERGED_CATEGORY, merged, CATEGORY);
    var own = normal(Stream.FINE_CATEGORY, fine, CATEGORY);
    for (int i = 0; i < place.length; i++) {
      place[i] = settings.category() * (place[i] + OWN_PLACE * own[i]);
    }
    return place;
  }

  private double[] agreeing(double[] music, double[] own) {
    double rest = Math.sqrt(1 - settings.agreement() * settings.agreement());
    for (int i = 0; i < own.length; i++) {
      own[i] = settings.agreement() * music[i] + rest * own[i];
    }
    return own;
  }

  private double[] clip(Stream ofTrack, long track, Stream ofClip, int row) {
    var values = normal(ofTrack, track, PRIVATE);
    var own = normal(ofClip, row, PRIVATE);
    for (int i = 0; i < values.length; i++) {
      values[i] += CLIP * own[i];
    }
    return values;
  }

  private double[] normal(Stream stream, long item, int count) {
    var random = random(stream, item);
    var values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }

  static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }
}
