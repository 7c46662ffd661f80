package org.yuyin.media;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How much of a sound track is music.
 *
 * @param share of the length in which music is heard, 0 to 1
 * @param seconds what is mostly heard in each second; the last one may be shorter
 * @param voice probability that somebody sings or speaks in it, 0 to 1; empty in silence
 */
public record MusicShare(double share, List<SoundKind> seconds, Optional<Double> voice) {
  /** The least share of music that the paper keeps an ad with. */
  public static final double ENOUGH = 0.5;

  // Less music than this is a mistake of the detector or a jingle, and no reason to speak of music.
  private static final double HARDLY_ANY = 0.08;
  private static final double NEARLY_ALL = 0.9;

  public MusicShare {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share lies in 0..1, got " + share);
    }
    seconds = List.copyOf(seconds);
  }

  /** Nothing to be heard. */
  public static MusicShare ofNothing() {
    return new MusicShare(0, List.of(), Optional.empty());
  }

  /** Why an ad with this sound track is left out; empty when it has enough music. */
  public Optional<Exclusion> exclusion() {
    if (share >= ENOUGH) {
      return Optional.empty();
    }
    if (share > HARDLY_ANY) {
      return Optional.of(Exclusion.TOO_LITTLE_MUSIC);
    }
    if (part(SoundKind.SILENCE) > NEARLY_ALL) {
      return Optional.of(Exclusion.SILENT);
    }
    return Optional.of(
        part(SoundKind.SPEECH) > part(SoundKind.OTHER)
            ? Exclusion.SPEECH_ONLY
            : Exclusion.TOO_LITTLE_MUSIC);
  }

  private double part(SoundKind kind) {
    return seconds.isEmpty()
        ? (kind == SoundKind.SILENCE ? 1 : 0)
        : (double) Collections.frequency(seconds, kind) / seconds.size();
  }
}
