package org.yuyin.dataset;

/**
 * One row of a snapshot: an ad's pictures and the music under them.
 *
 * @param id unique in the snapshot
 * @param category fine category
 * @param mergedCategory what the category is merged into; the class that models predict
 * @param tag the text whose vector is the text modality
 * @param trackId which piece of music; pairs of one track never stand in two splits
 * @param split what it is used for
 */
public record Pair(
    String id, String category, String mergedCategory, String tag, String trackId, Split split) {
  private static final String ADDED = " + music of ";

  /** A row with the music of another ad, which people accepted under these pictures. */
  Pair withMusicOf(Pair other) {
    return new Pair(
        id + ADDED + other.id(), category, mergedCategory, tag, other.trackId(), Split.TRAIN);
  }

  /** Whether the pair with this id was added because people accepted it. */
  public static boolean isAdded(String id) {
    return id.contains(ADDED);
  }

  /** The same pair in another split. */
  public Pair withSplit(Split other) {
    return new Pair(id, category, mergedCategory, tag, trackId, other);
  }
}
