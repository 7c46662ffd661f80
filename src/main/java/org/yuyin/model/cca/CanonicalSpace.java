package org.yuyin.model.cca;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ojalgo.matrix.store.MatrixStore;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.WeightValues;
import org.yuyin.model.Weights;

/**
 * The common space that a canonical correlation analysis spans: each side is centred and projected
 * on its directions.
 *
 * @param width directions; where there are fewer, the rest of a point is 0
 * @param scaled whether every direction counts as much as it correlates
 */
public record CanonicalSpace(int width, boolean scaled) {
  private static final String X = "canonical.video";
  private static final String Y = "canonical.music";
  private static final String CENTRE = ".centre";
  private static final String PROJECTION = ".projection";

  /**
   * Its weights: for each side {@code centre} (columns) and {@code projection} (columns, width).
   *
   * @param standardise bring columns to deviation 1 first; the projections then do so as well
   */
  public List<WeightValues> solve(Rows x, Rows y, double ridge, boolean standardise) {
    var raw = Covariances.of(x, y);
    var covariances = standardise ? raw.standardised() : raw;
    var found = CanonicalCorrelation.of(covariances, ridge, width);
    var values = new ArrayList<WeightValues>();
    add(values, X, raw.meanX(), found.x(), standardise ? raw.deviationsX() : null, found);
    add(values, Y, raw.meanY(), found.y(), standardise ? raw.deviationsY() : null, found);
    return values;
  }

  private void add(
      List<WeightValues> values,
      String name,
      double[] mean,
      MatrixStore<Double> directions,
      double @Nullable [] deviations,
      CanonicalCorrelation found) {
    var projection = new float[mean.length * width];
    for (int row = 0; row < mean.length; row++) {
      double unit = deviations == null ? 1 : deviations[row];
      for (int column = 0; column < found.correlations().length; column++) {
        double factor = scaled ? found.correlations()[column] : 1;
        projection[row * width + column] =
            (float) (directions.doubleValue(row, column) * factor / unit);
      }
    }
    values.add(new WeightValues(name + CENTRE, new long[] {mean.length}, floats(mean), false));
    values.add(
        new WeightValues(name + PROJECTION, new long[] {mean.length, width}, projection, false));
  }

  private static float[] floats(double[] values) {
    var floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** Adds its weights before anything is known: everything lies at 0. */
  public void initialise(InitialWeights into, int columnsX, int columnsY) {
    into.kept(X + CENTRE, new float[columnsX]);
    into.kept(X + PROJECTION, new float[columnsX * width], columnsX, width);
    into.kept(Y + CENTRE, new float[columnsY]);
    into.kept(Y + PROJECTION, new float[columnsY * width], columnsY, width);
  }

  /** The pictures' side, (batch, columns) to (batch, width); points once brought to length 1. */
  public NDArray video(Weights weights, NDArray x) {
    return project(weights, X, x);
  }

  /** The music's side, (batch, columns) to (batch, width); points once brought to length 1. */
  public NDArray music(Weights weights, NDArray y) {
    return project(weights, Y, y);
  }

  private static NDArray project(Weights weights, String name, NDArray side) {
    return side.sub(weights.get(name + CENTRE)).matMul(weights.get(name + PROJECTION));
  }
}
