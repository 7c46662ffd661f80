package org.yuyin.dataset.synthetic;

import java.util.List;
import org.yuyin.dataset.FeatureMatrix;
import org.yuyin.dataset.synthetic.Factors.Stream;
import org.yuyin.feature.Modality;

/**
 * One modality of a made-up dataset, computed row by row: the row's factors, mixed into columns at
 * random, with a little noise in every column.
 */
final class SyntheticMatrix implements FeatureMatrix {
  private static final double NOISE = 0.3;
  private static final double CONTENT_IN_MOOD = 0.2; // a little of the content shows in the mood
  private static final double MOOD_IN_SOUND = 0.1; // and of the mood in the sound

  private final SyntheticSettings settings;
  private final Factors factors;
  private final List<SyntheticPairs.Row> rows;
  private final Modality modality;
  private final int width;
  private final ColumnShape shape;
  // (factors, width): each factor's weight in each column.
  private final float[][] mixing;

  SyntheticMatrix(
      SyntheticSettings settings, List<SyntheticPairs.Row> rows, Modality modality, int width) {
    this.settings = settings;
    this.factors = new Factors(settings);
    this.rows = rows;
    this.modality = modality;
    this.width = width;
    this.shape =
        settings.gaussian()
            ? ColumnShape.plain()
            : ColumnShape.like(modality, width, factors.random(Stream.SHAPE, modality.ordinal()));
    this.mixing = mixing(values(0).length);
  }

  private float[][] mixing(int causes) {
    var random = factors.random(Stream.MIXING, modality.ordinal());
    var weights = new float[causes][width];
    double deviation = 1 / Math.sqrt(causes);
    for (var ofCause : weights) {
      for (int column = 0; column < width; column++) {
        ofCause[column] = (float) (deviation * random.nextGaussian());
      }
    }
    return weights;
  }

  @Override
  public int rows() {
    return rows.size();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void copyRow(int row, float[] target, int offset) {
    var mixed = new float[width];
    var causes = values(row);
    for (int cause = 0; cause < causes.length; cause++) {
      float value = (float) causes[cause];
      var weights = mixing[cause];
      for (int column = 0; column < width; column++) {
        mixed[column] += value * weights[column];
      }
    }
    if (modality != Modality.TEXT) {
      addNoise(row, mixed);
    }
    for (int column = 0; column < width; column++) {
      target[offset + column] = shape.of(column, mixed[column]);
    }
  }

  private void addNoise(int row, float[] mixed) {
    var noise =
        factors.random(Stream.NOISE, (long) row * Modality.values().length + modality.ordinal());
    for (int column = 0; column < width; column++) {
      mixed[column] += (float) (NOISE * noise.nextGaussian());
    }
  }

  /** The factors of a row that this modality carries. */
  private double[] values(int row) {
    var it = rows.get(row);
    var category = factors.category(it.category().ordinal(), it.category().merged().ordinal());
    return switch (modality) {
      case VIDEO ->
          joined(
              factors.pictureContent(row, it.track()),
              factors.pictureEmotion(row, it.track()),
              category,
              factors.picturePrivate(row));
      case AUDIO ->
          joined(
              factors.trackContent(it.track()),
              scaled(factors.trackEmotion(it.track()), MOOD_IN_SOUND * settings.emotion()),
              category,
              factors.soundPrivate(row, it.track()));
      case EMOTION ->
          joined(
              factors.trackEmotion(it.track()),
              scaled(factors.trackContent(it.track()), CONTENT_IN_MOOD),
              factors.moodPrivate(row, it.track()));
      // The tag is the category: the same words, the same vector.
      case TEXT -> category;
    };
  }

  private static double[] scaled(double[] values, double factor) {
    Factors.scale(values, factor);
    return values;
  }

  private static double[] joined(double[]... parts) {
    int size = 0;
    for (var part : parts) {
      size += part.length;
    }
    var all = new double[size];
    int at = 0;
    for (var part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
