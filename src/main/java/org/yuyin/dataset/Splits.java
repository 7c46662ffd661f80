package org.yuyin.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yuyin.storage.InputException;

/**
 * Chooses the splits of pairs that come without: stratified by category, grouped by track,
 * deterministic from a seed.
 *
 * <p>Sizes: the paper keeps 1,464 pairs for testing and 1,000 for evaluation out of 98,071. The
 * same shares hold above that size; below it the counts themselves are kept, as long as neither
 * exceeds 15 % of the pairs, so that a small dataset is split about 70 / 15 / 15.
 */
public final class Splits {
  private static final double PAPER_PAIRS = 98_071;
  private static final double PAPER_TEST = 1_464;
  private static final double PAPER_EVALUATION = 1_000;
  private static final double LARGEST_SHARE = 0.15;

  private Splits() {}

  /** The same pairs with splits chosen anew. */
  public static List<Pair> assign(List<Pair> pairs, long seed) {
    double test = share(pairs.size(), PAPER_TEST);
    double evaluation = share(pairs.size(), PAPER_EVALUATION);
    var parts =
        GroupedParts.deal(
            pairs,
            IntStream.range(0, pairs.size()).toArray(),
            new double[] {1 - test - evaluation, evaluation, test},
            seed);
    var assigned = new ArrayList<Pair>(pairs.size());
    for (int row = 0; row < parts.length; row++) {
      assigned.add(pairs.get(row).withSplit(Split.values()[parts[row]]));
    }
    return assigned;
  }

  /**
   * Keeps the splits that are given and chooses the others. A pair without one follows its track
   * where that has one. Where splits are given but none is for evaluation, a tenth of the training
   * pairs becomes it, since training cannot do without.
   *
   * @param given one for each pair
   */
  static List<Pair> complete(List<Pair> pairs, List<Optional<Split>> given, long seed) {
    var ofTrack = splitOfTrack(pairs, given);
    if (ofTrack.isEmpty()) {
      return assign(pairs, seed);
    }
    var rest = pairs.stream().filter(pair -> !ofTrack.containsKey(pair.trackId())).toList();
    for (var pair : assign(rest, seed)) {
      ofTrack.put(pair.trackId(), pair.split());
    }
    var completed =
        pairs.stream()
            .map(pair -> pair.withSplit(ofTrack.getOrDefault(pair.trackId(), Split.TRAIN)))
            .toList();
    return completed.stream().anyMatch(pair -> pair.split() == Split.EVALUATION)
        ? completed
        : withEvaluation(completed, seed);
  }

  private static Map<String, Split> splitOfTrack(List<Pair> pairs, List<Optional<Split>> given) {
    var ofTrack = new HashMap<String, Split>();
    for (int row = 0; row < pairs.size(); row++) {
      var pair = pairs.get(row);
      given
          .get(row)
          .ifPresent(
              split -> {
                var other = ofTrack.putIfAbsent(pair.trackId(), split);
                if (other != null && other != split) {
                  throw new InputException(
                      "track \"%s\" is in %s with \"%s\" and in %s with another ad; a track belongs"
                              .formatted(pair.trackId(), split.key(), pair.id(), other.key())
                          + " to one split");
                }
              });
    }
    return ofTrack;
  }

  private static List<Pair> withEvaluation(List<Pair> pairs, long seed) {
    var training =
        IntStream.range(0, pairs.size())
            .filter(row -> pairs.get(row).split() == Split.TRAIN)
            .toArray();
    var shares = new double[] {1 - Folds.EVALUATION_SHARE, Folds.EVALUATION_SHARE};
    var part = GroupedParts.deal(pairs, training, shares, seed);
    return IntStream.range(0, pairs.size())
        .mapToObj(
            row -> part[row] == 1 ? pairs.get(row).withSplit(Split.EVALUATION) : pairs.get(row))
        .toList();
  }

  private static double share(int pairs, double paperCount) {
    return Math.min(LARGEST_SHARE, Math.max(paperCount / pairs, paperCount / PAPER_PAIRS));
  }
}
