package org.yuyin.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What ads hold, made of clips of one kind each: music, music under speech, music in noise, singing
 * with and without music, speech in quiet and in noise, noise, and one beside the other.
 */
final class MusicExamples {
  private static final int RATE_HZ = MusicCues.SAMPLE_RATE_HZ;
  // Weights of the kinds, so that many clips of one do not outweigh few of another. Speech and
  // noise together weigh as much as music.
  private static final double MUSIC = 1;
  private static final double SPEECH = 0.6;
  private static final double OTHER = 0.4;

  private final ClipFolder music;
  private final ClipFolder singing;
  private final ClipFolder speech;
  private final ClipFolder other;

  MusicExamples(ClipFolder music, ClipFolder singing, ClipFolder speech, ClipFolder other) {
    this.music = music;
    this.singing = singing;
    this.speech = speech;
    this.other = other;
  }

  /**
   * A quarter of a second.
   *
   * @param cues of it
   * @param music whether music is heard
   * @param voice whether a voice is heard
   * @param weight of the example
   */
  record Step(double[] cues, boolean music, boolean voice, double weight) {}

  private record Clip(float[] samples, boolean music, boolean voice) {}

  /** All steps in which anything is heard; the same for the same clips. */
  List<Step> make() {
    var steps = new ArrayList<Step>();
    steps.addAll(weighed(each(music, this::ofMusic), MUSIC));
    steps.addAll(weighed(each(singing, this::ofSinging), MUSIC / 4));
    steps.addAll(weighed(each(speech, this::ofSpeech), SPEECH));
    steps.addAll(weighed(each(other, this::ofOther), OTHER));
    steps.addAll(weighed(each(music, this::beside), MUSIC / 4));
    return steps;
  }

  private interface Making {
    List<Step> of(float[] clip, Random random);
  }

  private static List<Step> each(ClipFolder clips, Making making) {
    return IntStream.range(0, clips.size())
        .parallel()
        .mapToObj(i -> making.of(clips.clips().get(i), new Random(i)))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Step> weighed(List<Step> steps, double weight) {
    return steps.stream()
        .map(step -> new Step(step.cues(), step.music(), step.voice(), weight / steps.size()))
        .toList();
  }

  private List<Step> ofMusic(float[] clip, Random random) {
    return all(
        new Clip(clip, true, false),
        new Clip(ClipFolder.mix(clip, speech.any(random), between(random, -6, 14)), true, true),
        new Clip(ClipFolder.mix(clip, other.any(random), between(random, -30, -6)), true, false));
  }

  private List<Step> ofSinging(float[] clip, Random random) {
    return all(
        new Clip(clip, true, true),
        new Clip(ClipFolder.mix(music.any(random), clip, between(random, -3, 12)), true, true),
        new Clip(ClipFolder.mix(clip, noise(clip, random), between(random, -45, -15)), true, true));
  }

  private List<Step> ofSpeech(float[] clip, Random random) {
    return all(
        new Clip(clip, false, true),
        new Clip(ClipFolder.mix(clip, noise(clip, random), between(random, -45, -10)), false, true),
        new Clip(ClipFolder.mix(clip, other.any(random), between(random, -25, -3)), false, true),
        new Clip(ClipFolder.overdriven(clip, between(random, 6, 22)), false, true));
  }

  private List<Step> ofOther(float[] clip, Random random) {
    return all(
        new Clip(clip, false, false),
        new Clip(ClipFolder.mix(clip, noise(clip, random), between(random, -30, 0)), false, false));
  }

  /** Some seconds of music, then speech or noise: what the detector sees around a border. */
  private List<Step> beside(float[] clip, Random random) {
    boolean voice = random.nextInt(3) > 0;
    var second = voice ? speech.any(random) : other.any(random);
    int border = (int) (between(random, 1, 5) * RATE_HZ);
    if (clip.length < border || second.length < border) {
      return List.of();
    }
    var both = new float[2 * border];
    System.arraycopy(clip, 0, both, 0, border);
    System.arraycopy(second, 0, both, border, border);
    var steps = all(new Clip(both, true, false));
    int music = steps.size() / 2;
    return IntStream.range(0, steps.size())
        .mapToObj(i -> i < music ? steps.get(i) : new Step(steps.get(i).cues(), false, voice, 0))
        .toList();
  }

  private static List<Step> all(Clip... clips) {
    var steps = new ArrayList<Step>();
    for (var clip : clips) {
      var cues = new MusicCues(clip.samples());
      for (int step = 0; step < cues.steps(); step++) {
        if (!cues.isSilent(step)) {
          steps.add(new Step(cues.at(step), clip.music(), clip.voice(), 0));
        }
      }
    }
    return steps;
  }

  private static double between(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private static float[] noise(float[] like, Random random) {
    var noise = new float[like.length];
    double brown = 0;
    double colour = random.nextDouble();
    for (int i = 0; i < noise.length; i++) {
      brown = colour * brown + random.nextGaussian();
      noise[i] = (float) (brown * 0.05);
    }
    return noise;
  }

  @Override
  public String toString() {
    return "%d clips of music, %d of singing, %d of speech, %d of other sounds"
        .formatted(music.size(), singing.size(), speech.size(), other.size());
  }
}
