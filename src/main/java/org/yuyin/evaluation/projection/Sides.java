package org.yuyin.evaluation.projection;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yuyin.dataset.Pair;
import org.yuyin.dataset.Snapshot;
import org.yuyin.evaluation.PairedPoints;
import org.yuyin.evaluation.figure.CategorySample;
import org.yuyin.evaluation.figure.Separation;
import org.yuyin.evaluation.figure.Tsne;
import org.yuyin.model.Encoder;

/** The sides of pairs that are drawn. */
record Sides(ProjectionRequest request, Snapshot snapshot, Encoder encoder, int[] rows) {
  int perPair() {
    return request.kind().sides();
  }

  int available() {
    return rows.length * perPair();
  }

  /** Rows for so many points, evenly over the categories. */
  int[] sample(int most) {
    int pairs = Math.min(most, request.most()) / perPair();
    if (rows.length <= pairs) {
      return rows;
    }
    List<Pair> candidates = Arrays.stream(rows).mapToObj(snapshot.pairs()::get).toList();
    // The largest share of each category with which the whole is not exceeded.
    int low = 1;
    int high = pairs;
    while (low < high) {
      int each = (low + high + 1) / 2;
      if (CategorySample.rows(candidates, each, request.seed()).length <= pairs) {
        low = each;
      } else {
        high = each - 1;
      }
    }
    var chosen = CategorySample.rows(candidates, low, request.seed());
    return Arrays.stream(chosen).map(i -> rows[i]).toArray();
  }

  /** Pictures first, then music, where both are drawn. */
  float[][] encode(int[] chosen) {
    return switch (request.kind()) {
      case MUSIC -> PairedPoints.music(encoder, snapshot, chosen);
      case VIDEO -> PairedPoints.video(encoder, snapshot, chosen);
      case BOTH ->
          Stream.concat(
                  Arrays.stream(PairedPoints.video(encoder, snapshot, chosen)),
                  Arrays.stream(PairedPoints.music(encoder, snapshot, chosen)))
              .toArray(float[][]::new);
    };
  }

  /** The category of each point, as its place among the names. */
  private int[] labels(int[] chosen, int points) {
    var names = snapshot.mergedCategories();
    return IntStream.range(0, points)
        .map(i -> names.indexOf(snapshot.pairs().get(chosen[i % chosen.length]).mergedCategory()))
        .toArray();
  }

  PointSet points(int[] chosen, double[][] layout) {
    var places = new float[2 * layout.length];
    var index = new int[layout.length];
    var modalities = new byte[layout.length];
    var categories = new short[layout.length];
    var labels = labels(chosen, layout.length);
    for (int i = 0; i < layout.length; i++) {
      int row = chosen[i % chosen.length];
      places[2 * i] = (float) layout[i][0];
      places[2 * i + 1] = (float) layout[i][1];
      index[i] = row;
      categories[i] = (short) labels[i];
      boolean video =
          request.kind() == ProjectionKind.VIDEO
              || request.kind() == ProjectionKind.BOTH && i < chosen.length;
      modalities[i] = video ? PointSet.VIDEO : PointSet.MUSIC;
    }
    return new PointSet(places, index, modalities, categories);
  }

  /** Measured on the points that t-SNE laid out. */
  JsonObject summary(int[] chosen, float[][] encoded, double[][] layout) {
    var labels = labels(chosen, encoded.length);
    var seen = Separation.of(layout, labels);
    var real = Separation.of(Tsne.doubles(encoded), labels);
    return new JsonObject()
        .put("categories", new JsonArray(snapshot.mergedCategories()))
        .put("laidOut", encoded.length)
        .put("silhouetteSeen", seen.silhouette())
        .put("neighboursSeen", seen.neighbourAccuracy())
        .put("silhouette", real.silhouette())
        .put("neighbours", real.neighbourAccuracy());
  }
}
