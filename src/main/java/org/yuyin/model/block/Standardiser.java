package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import org.yuyin.feature.Modality;
import org.yuyin.model.Features;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.PairRows;
import org.yuyin.model.Weights;

/**
 * Brings every column of a feature to mean 0 and deviation 1, by the statistics of the training
 * pairs, which are kept with the weights. openSMILE's columns differ by six orders of magnitude;
 * without this the gates of the fusion saturate.
 */
public record Standardiser(Modality modality) {
  // A constant column's computed deviation is rounding noise: float32 keeps 24 bits.
  private static final double NOISE = 0x1p-23;

  /** Adds mean and deviation of the training pairs' columns. */
  public void initialise(InitialWeights into, PairRows pairs) {
    var matrix = pairs.snapshot().matrix(modality);
    var mean = new double[matrix.width()];
    var variance = new double[matrix.width()];
    var row = new float[matrix.width()];
    for (int index : pairs.rowsOf(modality)) {
      matrix.copyRow(index, row, 0);
      for (int column = 0; column < row.length; column++) {
        mean[column] += row[column] / (double) pairs.size();
      }
    }
    for (int index : pairs.rowsOf(modality)) {
      matrix.copyRow(index, row, 0);
      for (int column = 0; column < row.length; column++) {
        double away = row[column] - mean[column];
        variance[column] += away * away / pairs.size();
      }
    }
    var deviation = new float[row.length];
    for (int column = 0; column < row.length; column++) {
      double root = Math.sqrt(variance[column]);
      deviation[column] = root <= NOISE * Math.abs(mean[column]) ? 1 : (float) root;
      row[column] = (float) mean[column];
    }
    into.kept(name("mean"), row);
    into.kept(name("deviation"), deviation);
  }

  /** Raw vectors to standardised ones, (batch, width). */
  public NDArray apply(Weights weights, Features features) {
    return features
        .get(modality)
        .sub(weights.get(name("mean")))
        .div(weights.get(name("deviation")));
  }

  private String name(String statistic) {
    return "standardiser." + modality.key() + "." + statistic;
  }
}
