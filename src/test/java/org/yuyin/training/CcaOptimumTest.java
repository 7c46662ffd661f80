package org.yuyin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.dataset.synthetic.SyntheticDataset;
import org.yuyin.dataset.synthetic.SyntheticSettings;
import org.yuyin.evaluation.PairedPoints;
import org.yuyin.feature.Modality;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;

/**
 * On linear mixtures of normal factors the best possible correlations are known. Pictures share 24
 * factors of content and 8 of mood with their music, each with the correlation asked for (0.7), and
 * nothing else. A side of W columns that mix c factors with weights of variance 1/c under noise of
 * deviation s knows a factor up to the share {@code 1 / (1 + c s² / W)} of its variance, which
 * lowers the correlation by the root of that share on each side: with c = 88, s = 0.3 and W = 300
 * (pictures), at least 250 (music), to 0.68.
 */
class CcaOptimumTest {
  private static final double AGREEMENT = 0.7;
  private static final int SHARED = 32;
  private static final Map<Modality, Integer> WIDTHS =
      Map.of(Modality.VIDEO, 300, Modality.AUDIO, 250, Modality.EMOTION, 150, Modality.TEXT, 8);

  @Test
  void whatBothSidesShareIsFoundAndNothingElse() {
    var settings = new SyntheticSettings(10_000, 2, AGREEMENT, 1, 0, true);
    var snapshot = SyntheticDataset.snapshot("linear", settings, WIDTHS);
    var recipe =
        Recipe.of(
            Methods.standard().named("cca"),
            Map.of("width", "60", "ridge", "0.3", "scale", "false"));
    var outcome = SmallTrainings.run(new TrainingTask(recipe, snapshot, 1, false));

    var held = heldOutCorrelations(outcome, snapshot);
    double known = Math.sqrt(1 / (1 + 88 * 0.09 / 300) / (1 + 88 * 0.09 / 250));
    // A few thousand pairs place 88 + 168 directions: the last hundredths are lost to that.
    assertThat(Arrays.stream(held).limit(SHARED).average().orElseThrow())
        .isCloseTo(AGREEMENT * known, within(0.04));
    assertThat(Arrays.stream(held).skip(SHARED + 1).map(Math::abs).average().orElseThrow())
        .isLessThan(0.06);
  }

  private static double[] heldOutCorrelations(TrainingOutcome outcome, Snapshot snapshot) {
    try (var encoder = outcome.encoder(DeviceChoice.best())) {
      var points = PairedPoints.encode(encoder, snapshot, snapshot.rowsOf(Split.TEST));
      var correlations = new double[encoder.width()];
      for (int d = 0; d < correlations.length; d++) {
        correlations[d] = correlation(points.video(), points.music(), d);
      }
      return correlations;
    }
  }

  private static double correlation(float[][] x, float[][] y, int column) {
    double meanX = Arrays.stream(x).mapToDouble(row -> row[column]).average().orElseThrow();
    double meanY = Arrays.stream(y).mapToDouble(row -> row[column]).average().orElseThrow();
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      double awayX = x[i][column] - meanX;
      double awayY = y[i][column] - meanY;
      xx += awayX * awayX;
      xy += awayX * awayY;
      yy += awayY * awayY;
    }
    return xy / Math.sqrt(xx * yy);
  }
}
