package org.yuyin.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tells music, speech and silence apart in a sound track, a quarter of a second at a time: cues of
 * the sound, a small network over them, and the most likely sequence given that music seldom starts
 * and stops. Stateless, so one instance serves every thread.
 */
public final class MusicDetector {
  /** What {@link #measure} wants, in samples a second. */
  public static final int SAMPLE_RATE_HZ = MusicCues.SAMPLE_RATE_HZ;

  // In log-odds: neighbouring steps see nearly the same sound, so one step's evidence is not worth
  // a change, a second's is.
  private static final double CHANGE_COST = 6;
  private static final double MOST_EVIDENCE = 4;
  private static final int LONGEST_REST = MusicCues.STEPS_PER_SECOND; // a rest inside music

  // In log-odds: the network learned from as much speech and noise as music, ads hold less of them.
  private static final double PRIOR = 1;
  // Of the sound: singers pause.
  private static final double VOICE_SHARE = 0.3;

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
    var cues = new MusicCues(sound.mono());
    var odds = odds(cues);
    var steps = label(odds);
    long music = Arrays.stream(steps).filter(kind -> kind == SoundKind.MUSIC).count();
    double share = steps.length == 0 ? 0 : (double) music / steps.length;
    return new MusicShare(share, seconds(steps), voice(odds));
  }

  /** Empty for a silent step: no evidence either way. */
  private List<Optional<MusicModel.Odds>> odds(MusicCues cues) {
    return IntStream.range(0, cues.steps())
        .mapToObj(
            step ->
                cues.isSilent(step)
                    ? Optional.<MusicModel.Odds>empty()
                    : Optional.of(odds(cues.at(step))))
        .toList();
  }

  private MusicModel.Odds odds(double[] cues) {
    return MusicCues.isSteady(cues)
        ? new MusicModel.Odds(-MOST_EVIDENCE - PRIOR, -MOST_EVIDENCE)
        : model.odds(cues);
  }

  private static SoundKind[] label(List<Optional<MusicModel.Odds>> odds) {
    var music =
        odds.stream()
            .mapToDouble(
                it ->
                    it.map(
                            known ->
                                Math.clamp(known.music() + PRIOR, -MOST_EVIDENCE, MOST_EVIDENCE))
                        .orElse(0.0))
            .toArray();
    var labels = odds.stream().map(MusicDetector::withoutMusic).toArray(SoundKind[]::new);
    var isMusic = likeliest(music);
    for (int step = 0; step < labels.length; step++) {
      isMusic[step] &= labels[step] != SoundKind.SILENCE || isRest(labels, step);
    }
    for (int step = 0; step < labels.length; step++) {
      labels[step] = isMusic[step] ? SoundKind.MUSIC : labels[step];
    }
    return labels;
  }

  private static SoundKind withoutMusic(Optional<MusicModel.Odds> odds) {
    return odds.map(known -> known.voice() > 0 ? SoundKind.SPEECH : SoundKind.OTHER)
        .orElse(SoundKind.SILENCE);
  }

  /** The mean over the part of the sound that is most like a voice. */
  private static Optional<Double> voice(List<Optional<MusicModel.Odds>> odds) {
    var sorted =
        odds.stream()
            .flatMap(Optional::stream)
            .mapToDouble(known -> 1 / (1 + Math.exp(-known.voice())))
            .sorted()
            .toArray();
    int counted = Math.max(1, (int) (VOICE_SHARE * sorted.length));
    return sorted.length == 0
        ? Optional.empty()
        : Optional.of(
            Arrays.stream(sorted, sorted.length - counted, sorted.length).average().orElse(0));
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
