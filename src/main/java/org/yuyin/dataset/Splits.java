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
 * same shares hold above that size; below it the counts themselves are kept, as long as testing
 * takes no more than 20 % of the pairs and evaluation no more than 10 %: a small dataset is split
 * about 70 / 10 / 20, since a pool of a few dozen hardly tells a good ranking from a random one.
 */
public final class Splits {
  private static final double PAPER_PAIRS = 98_071;
  private static final double PAPER_TEST = 1_464;
  private static final double PAPER_EVALUATION = 1_000;
  private static final double MOST_TEST = 0.2;
  private static final double MOST_EVALUATION = 0.1;

  private Splits() {}

  /** How many pairs each split has. */
  public record Sizes(int train, int evaluation, int test) {
    /** What so many pairs are to be divided into. */
    public static Sizes of(int pairs) {
      int test = count(pairs, PAPER_TEST, MOST_TEST);
      int evaluation = count(pairs, PAPER_EVALUATION, MOST_EVALUATION);
      return new Sizes(pairs - test - evaluation, evaluation, test);
    }

    private static int count(int pairs, double paperCount, double most) {
      double share = Math.max(paperCount / pairs, paperCount / PAPER_PAIRS);
      return (int) Math.round(Math.min(most, share) * pairs);
    }

    /** In the order of {@link Split}, summing to 1. */
    private double[] shares() {
      double pairs = (double) train + evaluation + test;
      return new double[] {train / pairs, evaluation / pairs, test / pairs};
    }
  }

  /** The same pairs with splits chosen anew. */
  public static List<Pair> assign(List<Pair> pairs, long seed) {
    var shares = Sizes.of(pairs.size()).shares();
    var parts = GroupedParts.deal(pairs, IntStream.range(0, pairs.size()).toArray(), shares, seed);
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
}
