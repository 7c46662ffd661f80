package org.yuyin.model;

import java.util.random.RandomGenerator;
import org.yuyin.dataset.Snapshot;
import org.yuyin.feature.Modality;

/**
 * Some pairs of a snapshot. The music may be taken from other rows than the pictures, which is how
 * the control experiment pairs every ad with a wrong track.
 *
 * @param snapshot where the rows lie
 * @param pictures for each pair the row of its video, text, tag and category
 * @param music for each pair the row of its audio, emotion and track
 */
public record PairRows(Snapshot snapshot, int[] pictures, int[] music) {
  public PairRows {
    if (pictures.length != music.length) {
      throw new IllegalArgumentException(
          "%d pictures cannot pair with %d pieces of music"
              .formatted(pictures.length, music.length));
    }
  }

  /** The pairs of those rows as they are. */
  public static PairRows of(Snapshot snapshot, int[] rows) {
    return new PairRows(snapshot, rows.clone(), rows.clone());
  }

  /** For each pair the row of its vector of that modality. */
  public int[] rowsOf(Modality modality) {
    return switch (modality) {
      case VIDEO, TEXT -> pictures;
      case AUDIO, EMOTION -> music;
    };
  }

  /** How many pairs. */
  public int size() {
    return pictures.length;
  }

  /** The same pictures with the same music in random order (Fisher and Yates). */
  public PairRows shuffled(RandomGenerator random) {
    var order = music.clone();
    for (int last = order.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int kept = order[last];
      order[last] = order[other];
      order[other] = kept;
    }
    return new PairRows(snapshot, pictures, order);
  }
}
