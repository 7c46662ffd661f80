package org.yuyin.catalogue.synthetic;

import java.util.Optional;
import java.util.SplittableRandom;
import org.yuyin.catalogue.synthetic.music.Composer;
import org.yuyin.catalogue.synthetic.music.Mastering;
import org.yuyin.catalogue.synthetic.music.Score;
import org.yuyin.catalogue.synthetic.music.SpeechImitation;
import org.yuyin.catalogue.synthetic.music.Synthesiser;
import org.yuyin.catalogue.synthetic.plan.AdPlan;
import org.yuyin.catalogue.synthetic.plan.TrackPlan;
import org.yuyin.media.Sound;

/**
 * The sound of the ads that use one track. Composes at once and plays only when an ad wants music;
 * for one thread.
 */
final class SoundTracks {
  private static final double SHORTEST_SECONDS = 8;
  private static final double LEAST_MUSIC = 0.18;
  private static final double MOST_MUSIC = 0.42;

  private final Score score;
  private Optional<Sound> played = Optional.empty();

  SoundTracks(TrackPlan track) {
    this.score = Composer.compose(track.style(), track.mood(), track.seed());
  }

  double beatSeconds() {
    return 60 / score.tempo();
  }

  /** Length of an ad: from its first bar to the end of the track. */
  double seconds(AdPlan ad) {
    return score.seconds() - startSeconds(ad);
  }

  /** The whole sound of an ad; empty where it has no audio stream. */
  Optional<Sound> of(AdPlan ad) {
    double seconds = seconds(ad);
    return switch (ad.kind()) {
      case MUSIC, DUPLICATE, TRUNCATED, HELD_OUT ->
          Optional.of(Mastering.master(played(), startSeconds(ad), seconds));
      case SPEECH_ONLY -> Optional.of(speech(ad, seconds));
      case SILENT -> Optional.of(silence(seconds));
      case HALF_MUSIC -> Optional.of(partlyMusic(ad, seconds));
      case NO_AUDIO -> Optional.empty();
    };
  }

  /** A later bar only where enough is left after it. */
  private double startSeconds(AdPlan ad) {
    double start = ad.fromBar() * score.barSeconds();
    return score.seconds() - start >= SHORTEST_SECONDS ? start : 0;
  }

  private Sound played() {
    var sound = played.orElseGet(() -> Synthesiser.play(score));
    played = Optional.of(sound);
    return sound;
  }

  private static Sound speech(AdPlan ad, double seconds) {
    return Mastering.master(SpeechImitation.speak(seconds, ad.seed()), 0, seconds);
  }

  private static Sound silence(double seconds) {
    int frames = (int) Math.round(seconds * Synthesiser.RATE_HZ);
    return new Sound(new short[2 * frames], 2, Synthesiser.RATE_HZ);
  }

  /** Music at the beginning or at the end, the rest speech or silence. */
  private Sound partlyMusic(AdPlan ad, double seconds) {
    var random = new SplittableRandom(ad.seed());
    double share = LEAST_MUSIC + (MOST_MUSIC - LEAST_MUSIC) * random.nextDouble();
    var music = Mastering.master(played(), 0, share * seconds);
    double rest = (1 - share) * seconds;
    var other = random.nextBoolean() ? speech(ad, rest) : silence(rest);
    return random.nextBoolean() ? joined(music, other) : joined(other, music);
  }

  private static Sound joined(Sound first, Sound second) {
    var samples = new short[first.samples().length + second.samples().length];
    System.arraycopy(first.samples(), 0, samples, 0, first.samples().length);
    System.arraycopy(second.samples(), 0, samples, first.samples().length, second.samples().length);
    return new Sound(samples, first.channels(), first.sampleRateHz());
  }
}
