package org.yuyin.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yuyin.dataset.Pair;
import org.yuyin.dataset.Snapshot;
import org.yuyin.feature.Modality;
import org.yuyin.model.Encoder;

/**
 * Both sides of some pairs in the common space, where the dot product is the score.
 *
 * @param pairs what the rows are
 * @param video (pairs, width)
 * @param music (pairs, width)
 */
public record PairedPoints(List<Pair> pairs, float[][] video, float[][] music) {
  private static final int BATCH = 256;

  public PairedPoints {
    pairs = List.copyOf(pairs);
    if (video.length != pairs.size() || music.length != pairs.size()) {
      throw new IllegalArgumentException(
          "%d pairs need as many points, got %d and %d"
              .formatted(pairs.size(), video.length, music.length));
    }
  }

  /**
   * Encodes rows of a snapshot in batches. The text is left out: nobody has a tag at hand when a
   * new video asks for music.
   */
  public static PairedPoints encode(Encoder encoder, Snapshot snapshot, int[] rows) {
    var pairs = Arrays.stream(rows).mapToObj(snapshot.pairs()::get).toList();
    return new PairedPoints(pairs, video(encoder, snapshot, rows), music(encoder, snapshot, rows));
  }

  /** Points of the pictures of some rows, (rows, width). */
  public static float[][] video(Encoder encoder, Snapshot snapshot, int[] rows) {
    return inBatches(
        rows, batch -> encoder.encodeVideo(vectors(snapshot, batch, List.of(Modality.VIDEO))));
  }

  /** Points of the music of some rows, (rows, width). */
  public static float[][] music(Encoder encoder, Snapshot snapshot, int[] rows) {
    var modalities = List.of(Modality.AUDIO, Modality.EMOTION);
    return inBatches(rows, batch -> encoder.encodeMusic(vectors(snapshot, batch, modalities)));
  }

  private static float[][] inBatches(int[] rows, Function<int[], float[][]> encode) {
    var points = new float[rows.length][];
    for (int from = 0; from < rows.length; from += BATCH) {
      var batch = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + BATCH));
      System.arraycopy(encode.apply(batch), 0, points, from, batch.length);
    }
    return points;
  }

  private static Map<Modality, float[][]> vectors(
      Snapshot snapshot, int[] rows, List<Modality> modalities) {
    var vectors = new EnumMap<Modality, float[][]>(Modality.class);
    for (var modality : modalities) {
      var matrix = snapshot.matrix(modality);
      vectors.put(modality, Arrays.stream(rows).mapToObj(matrix::row).toArray(float[][]::new));
    }
    return vectors;
  }
}
