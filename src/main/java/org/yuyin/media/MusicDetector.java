package org.yuyin.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;

/**
 * Tells music, speech and silence apart in a sound track, a quarter of a second at a time: cues of
 * the sound, a logistic regression over them, and the most likely sequence given that music seldom
 * starts and stops. Stateless, so one instance serves every thread.
 */
public final class MusicDetector {
  /** What {@link #measure} wants, in samples a second. */
  public static final int SAMPLE_RATE_HZ = ShortTimeSpectrum.SAMPLE_RATE_HZ;

  // In log-odds: neighbouring steps see nearly the same sound, so one step's evidence is not worth
  // a change, a second's is.
  private static final double CHANGE_COST = 6;
  private static final double MOST_EVIDENCE = 4;
  private static final int LONGEST_REST = MusicCues.STEPS_PER_SECOND; // a rest inside music

  private final MusicModel model = MusicModel.standard();

  /**
   * Measures one sound track.
   *
   * @param sound at {@link #SAMPLE_RATE_HZ}; several channels are averaged
   */
  public MusicShare measure(Sound sound) {
    if (sound.sampleRateHz() != SAMPLE_RATE_HZ) {
      throw new IllegalArgumentException(
          "the music detector needs %d Hz, got %d".formatted(SAMPLE_RATE_HZ, sound.sampleRateHz()));
    }
    var steps = label(new MusicCues(sound.mono()));
    long music = Arrays.stream(steps).filter(kind -> kind == SoundKind.MUSIC).count();
    double share = steps.length == 0 ? 0 : (double) music / steps.length;
    return new MusicShare(share, seconds(steps));
  }

  private SoundKind[] label(MusicCues cues) {
    int steps = cues.steps();
    var music = new double[steps];
    var labels = new SoundKind[steps];
    for (int step = 0; step < steps; step++) {
      if (cues.isSilent(step)) {
        labels[step] = SoundKind.SILENCE; // no evidence either way
      } else {
        var values = cues.at(step);
        music[step] = Math.clamp(model.musicLogOdds(values), -MOST_EVIDENCE, MOST_EVIDENCE);
        labels[step] = model.speechLogOdds(values) > 0 ? SoundKind.SPEECH : SoundKind.OTHER;
      }
    }
    var isMusic = likeliest(music);
    for (int step = 0; step < steps; step++) {
      if (isMusic[step] && (labels[step] != SoundKind.SILENCE || isRest(labels, step))) {
        music[step] = 1;
      } else {
        music[step] = 0;
      }
    }
    for (int step = 0; step < steps; step++) {
      labels[step] = music[step] > 0 ? SoundKind.MUSIC : labels[step];
    }
    return labels;
  }

  /** Viterbi's path through "music" and "not music". */
  private static boolean[] likeliest(double[] musicLogOdds) {
    int steps = musicLogOdds.length;
    var fromMusic = new boolean[2][steps];
    double music = 0;
    double not = 0;
    for (int step = 0; step < steps; step++) {
      fromMusic[1][step] = music >= not - CHANGE_COST;
      fromMusic[0][step] = music - CHANGE_COST > not;
      double nextMusic = Math.max(music, not - CHANGE_COST) + musicLogOdds[step] / 2;
      not = Math.max(not, music - CHANGE_COST) - musicLogOdds[step] / 2;
      music = nextMusic;
    }
    var path = new boolean[steps];
    boolean state = music > not;
    for (int step = steps - 1; step >= 0; step--) {
      path[step] = state;
      state = fromMusic[state ? 1 : 0][step];
    }
    return path;
  }

  /**
   * Whether a silent step lies in a pause so short, with sound on both sides, that music goes on.
   */
  private static boolean isRest(SoundKind[] labels, int step) {
    int from = step;
    while (from > 0 && labels[from - 1] == SoundKind.SILENCE) {
      from--;
    }
    int to = step;
    while (to < labels.length - 1 && labels[to + 1] == SoundKind.SILENCE) {
      to++;
    }
    return from > 0 && to < labels.length - 1 && to - from < LONGEST_REST;
  }

  private static List<SoundKind> seconds(SoundKind[] steps) {
    var seconds = new ArrayList<SoundKind>();
    for (int from = 0; from < steps.length; from += MusicCues.STEPS_PER_SECOND) {
      int to = Math.min(steps.length, from + MusicCues.STEPS_PER_SECOND);
      seconds.add(mostOften(Arrays.asList(steps).subList(from, to)));
    }
    return seconds;
  }

  private static SoundKind mostOften(List<SoundKind> steps) {
    var counts = new EnumMap<SoundKind, Integer>(SoundKind.class);
    steps.forEach(kind -> counts.merge(kind, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(java.util.Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }
}
