package org.yuyin.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    var video = new float[rows.length][];
    var music = new float[rows.length][];
    for (int from = 0; from < rows.length; from += BATCH) {
      var batch = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + BATCH));
      copy(encoder.encodeVideo(vectors(snapshot, batch, List.of(Modality.VIDEO))), video, from);
      copy(
          encoder.encodeMusic(vectors(snapshot, batch, List.of(Modality.AUDIO, Modality.EMOTION))),
          music,
          from);
    }
    var pairs = Arrays.stream(rows).mapToObj(snapshot.pairs()::get).toList();
    return new PairedPoints(pairs, video, music);
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

  private static void copy(float[][] from, float[][] to, int at) {
    System.arraycopy(from, 0, to, at, from.length);
  }
}
