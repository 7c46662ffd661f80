package org.yuyin.catalogue;

import java.util.List;
import java.util.Optional;
import org.yuyin.media.Sound;
import org.yuyin.media.SoundKind;

/** Says how much of a sound track is music and whether that is enough. Safe for many threads. */
@FunctionalInterface
public interface SoundJudge {
  /**
   * @param sound one channel at 16 kHz
   */
  Verdict judge(Sound sound);

  /**
   * @param musicShare part of the length in which music is heard, 0 to 1
   * @param exclusion {@code silent}, {@code speech_only} or {@code too_little_music}; empty when
   *     there is enough music
   * @param voice probability that a voice is heard, 0 to 1; empty when nobody listened for one
   * @param heard what is mostly heard in each second; empty when nobody listened so closely
   */
  record Verdict(
      double musicShare,
      Optional<String> exclusion,
      Optional<Double> voice,
      List<SoundKind> heard) {
    public Verdict {
      heard = List.copyOf(heard);
    }

    /** A verdict on the whole. */
    public Verdict(double musicShare, Optional<String> exclusion, Optional<Double> voice) {
      this(musicShare, exclusion, voice, List.of());
    }

    /** A verdict on music alone. */
    public Verdict(double musicShare, Optional<String> exclusion) {
      this(musicShare, exclusion, Optional.empty());
    }
  }
}
