package org.yuyin.dataset.synthetic;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yuyin.dataset.ArrayMatrix;
import org.yuyin.dataset.DatasetLibrary.Content;
import org.yuyin.dataset.FeatureMatrix;
import org.yuyin.dataset.Pair;
import org.yuyin.dataset.Snapshot;
import org.yuyin.feature.Modality;

/** A made-up dataset of the paper's widths: what {@code dataset synthetic} keeps. */
public final class SyntheticDataset {
  /** Values in a vector of Inception v3, AST, emobase and Chinese BERT. */
  public static final Map<Modality, Integer> PAPER_WIDTHS =
      Map.of(Modality.VIDEO, 2048, Modality.AUDIO, 768, Modality.EMOTION, 988, Modality.TEXT, 768);

  private SyntheticDataset() {}

  /**
   * The dataset, computed row by row as it is written.
   *
   * @param name of the dataset
   */
  public static Content of(String name, SyntheticSettings settings) {
    var rows = SyntheticPairs.of(settings);
    var origin =
        new JsonObject()
            .put(
                "synthetic",
                new JsonObject()
                    .put("pairs", settings.pairs())
                    .put("seed", settings.seed())
                    .put("agreement", settings.agreement())
                    .put("emotion", settings.emotion())
                    .put("category", settings.category())
                    .put("gaussian", settings.gaussian()));
    return new Content(
        name,
        pairs(rows),
        features(settings, rows, PAPER_WIDTHS),
        Optional.empty(),
        true,
        origin,
        List.of());
  }

  /**
   * The same held in memory, with other widths: for trying models out.
   *
   * @param widths by modality, all of them
   */
  public static Snapshot snapshot(
      String name, SyntheticSettings settings, Map<Modality, Integer> widths) {
    var rows = SyntheticPairs.of(settings);
    var features = new EnumMap<Modality, FeatureMatrix>(Modality.class);
    features(settings, rows, widths)
        .forEach((modality, matrix) -> features.put(modality, inMemory(matrix)));
    return new Snapshot(name, settings.toString(), pairs(rows), features);
  }

  private static FeatureMatrix inMemory(FeatureMatrix matrix) {
    var values = IntStream.range(0, matrix.rows()).parallel().mapToObj(matrix::row);
    return new ArrayMatrix(values.toArray(float[][]::new), matrix.width());
  }

  private static List<Pair> pairs(List<SyntheticPairs.Row> rows) {
    var pairs = new ArrayList<Pair>(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      pairs.add(rows.get(row).pair(row));
    }
    return pairs;
  }

  private static Map<Modality, FeatureMatrix> features(
      SyntheticSettings settings, List<SyntheticPairs.Row> rows, Map<Modality, Integer> widths) {
    var features = new EnumMap<Modality, FeatureMatrix>(Modality.class);
    widths.forEach(
        (modality, width) ->
            features.put(modality, new SyntheticMatrix(settings, rows, modality, width)));
    return features;
  }
}
