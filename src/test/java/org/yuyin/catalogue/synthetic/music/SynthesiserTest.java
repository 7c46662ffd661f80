package org.yuyin.catalogue.synthetic.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuyin.catalogue.synthetic.plan.Mood;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;
import org.yuyin.media.MusicDetector;
import org.yuyin.media.Sound;

class SynthesiserTest {
  @Test
  void theSameScoreGivesTheSameSamples() {
    var score = Composer.compose(ProductCategory.MENS_SUITS, new Mood(0.4, 0.4), 5);
    assertThat(Synthesiser.play(score).samples()).isEqualTo(Synthesiser.play(score).samples());
  }

  @Test
  void thePieceAndHalfASecondOfEchoArePlayedInStereo() {
    var score = Composer.compose(ProductCategory.FOOD, new Mood(0.8, 0.8), 6);
    var sound = Synthesiser.play(score);
    assertThat(sound.sampleRateHz()).isEqualTo(44_100);
    assertThat(sound.channels()).isEqualTo(2);
    assertThat(sound.seconds()).isCloseTo(score.seconds() + 0.5, within(0.001));
  }

  /** Mastered as for an ad, every style must pass the filter that real ads go through. */
  @ParameterizedTest
  @EnumSource(
      value = ProductCategory.class,
      names = {"BABY_CARE", "SPORTS", "WEDDING_DRESSES", "COSMETICS"})
  void everyStyleIsHeardAsMusicAndIsAsLoudAsTheOthers(ProductCategory category) {
    var score = Composer.compose(category, category.usualMood(), 11);
    var mastered = Mastering.master(Synthesiser.play(score), 0, score.seconds());
    assertThat(MasteringTest.loudness(mastered)).isCloseTo(Mastering.TARGET_LUFS, within(1.0));
    assertThat(new MusicDetector().measure(at16kHz(mastered)).share()).isGreaterThan(0.9);
  }

  @Test
  void talkIsHeardAsSpeechAndTheSameSeedSaysTheSame() {
    var talk = SpeechImitation.speak(8, 21);
    assertThat(talk.samples()).isEqualTo(SpeechImitation.speak(8, 21).samples());
    assertThat(talk.samples()).isNotEqualTo(SpeechImitation.speak(8, 22).samples());
    assertThat(talk.seconds()).isEqualTo(8);
    for (long seed = 21; seed < 25; seed++) {
      var found = new MusicDetector().measure(at16kHz(SpeechImitation.speak(8, seed)));
      assertThat(found.share()).as("seed %d", seed).isLessThan(0.1);
    }
  }

  /** The mean of both channels, each sample the mean over its sixteen-thousandth of a second. */
  private static Sound at16kHz(Sound sound) {
    var mono = sound.mono();
    var samples = new short[(int) (sound.seconds() * MusicDetector.SAMPLE_RATE_HZ)];
    double step = (double) sound.sampleRateHz() / MusicDetector.SAMPLE_RATE_HZ;
    for (int at = 0; at < samples.length; at++) {
      int from = (int) (at * step);
      int to = Math.min(mono.length, (int) ((at + 1) * step));
      float sum = 0;
      for (int i = from; i < to; i++) {
        sum += mono[i];
      }
      samples[at] = (short) (32767 * sum / (to - from));
    }
    return new Sound(samples, 1, MusicDetector.SAMPLE_RATE_HZ);
  }
}
