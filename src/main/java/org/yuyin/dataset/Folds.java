package org.yuyin.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.yuyin.storage.InputException;

/**
 * Cross-validation: the same snapshot several times, with splits replaced so that every pair is
 * tested once. Folds are grouped by track and stratified by category.
 */
public final class Folds {
  /** Of a fold's training pairs, how many are watched for the choice of the checkpoint. */
  static final double EVALUATION_SHARE = 0.10;

  private Folds() {}

  /**
   * One view for each fold: the fold is the test split; of the rest, a tenth is the evaluation
   * split, also grouped by track. Every pair is used whatever its own split was. Deterministic from
   * the seed.
   *
   * @param k number of folds, from 2 up to the number of tracks
   */
  public static List<Snapshot> assign(Snapshot snapshot, int k, long seed) {
    var pairs = snapshot.pairs();
    long tracks = pairs.stream().map(Pair::trackId).distinct().count();
    if (k < 2 || k > tracks) {
      throw new InputException(
          "cross-validation needs from 2 folds up to one a track (%d here), not %d"
              .formatted(tracks, k));
    }
    var equal = new double[k];
    Arrays.fill(equal, 1.0 / k);
    var foldOfRow = GroupedParts.deal(pairs, allRows(pairs), equal, seed);
    return IntStream.range(0, k).mapToObj(fold -> view(snapshot, foldOfRow, fold, seed)).toList();
  }

  private static int[] allRows(List<Pair> pairs) {
    return IntStream.range(0, pairs.size()).toArray();
  }

  private static Snapshot view(Snapshot snapshot, int[] foldOfRow, int fold, long seed) {
    var rest = IntStream.range(0, foldOfRow.length).filter(r -> foldOfRow[r] != fold).toArray();
    var shares = new double[] {1 - EVALUATION_SHARE, EVALUATION_SHARE};
    // Another stream for each fold, none of them the one that dealt the folds.
    long ownSeed = seed * 1_000_003L + fold + 1;
    var part = GroupedParts.deal(snapshot.pairs(), rest, shares, ownSeed);
    var splits = new ArrayList<Split>(foldOfRow.length);
    for (int row = 0; row < foldOfRow.length; row++) {
      splits.add(
          foldOfRow[row] == fold ? Split.TEST : part[row] == 1 ? Split.EVALUATION : Split.TRAIN);
    }
    return snapshot.withSplits(splits);
  }
}
