package org.yuyin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On sounds made here, so that the truth is known: none of them served to fit the model. */
class MusicDetectorTest {
  private static final int RATE = MusicDetector.SAMPLE_RATE_HZ;
  private static final MusicDetector DETECTOR = new MusicDetector();

  private static MusicShare measure(float[] samples) {
    var pcm = new short[samples.length];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = (short) Math.round(Math.clamp(samples[i], -1f, 1f) * 32767);
    }
    return DETECTOR.measure(new Sound(pcm, 1, RATE));
  }

  /** Chords of decaying harmonic tones, two a second. */
  private static float[] music(double seconds) {
    var samples = new float[(int) (seconds * RATE)];
    double[][] chords = {{220, 277.2, 329.6}, {246.9, 293.7, 370}, {196, 246.9, 293.7}};
    for (int i = 0; i < samples.length; i++) {
      double t = (double) i / RATE;
      double sinceBeat = t % 0.5;
      for (double tone : chords[(int) (t / 2) % 3]) {
        for (int harmonic = 1; harmonic <= 4; harmonic++) {
          samples[i] +=
              (float)
                  (0.06
                      / harmonic
                      * Math.exp(-2 * sinceBeat)
                      * Math.sin(2 * Math.PI * tone * harmonic * t));
        }
      }
    }
    return samples;
  }

  /** Kick on the beat, noise between: no pitch at all. */
  private static float[] drums(double seconds) {
    var random = new Random(3);
    var samples = new float[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      double t = (double) i / RATE;
      double kick = t % 0.5;
      double hat = t % 0.125;
      samples[i] =
          (float)
              (0.5 * Math.exp(-12 * kick) * Math.sin(2 * Math.PI * 60 * kick)
                  + 0.1 * Math.exp(-30 * hat) * random.nextGaussian());
    }
    return samples;
  }

  /**
   * Syllables of changing length with gliding pitch, moving formants, hissing consonants and
   * pauses.
   */
  private static float[] speech(double seconds) {
    var random = new Random(5);
    var samples = new float[(int) (seconds * RATE)];
    int at = 0;
    double phase = 0;
    while (at < samples.length) {
      int consonant = (int) (RATE * (0.04 + 0.06 * random.nextDouble()));
      int vowel = (int) (RATE * (0.08 + 0.14 * random.nextDouble()));
      int pause = random.nextInt(5) == 0 ? RATE / 4 : RATE / 50;
      double pitch = 100 + 60 * random.nextDouble();
      double glide = (random.nextDouble() - 0.5) * 60;
      double formant = 400 + 1800 * random.nextDouble();
      double move = (random.nextDouble() - 0.5) * 1000;
      for (int i = 0; i < consonant && at < samples.length; i++) {
        samples[at++] = (float) (0.03 * random.nextGaussian());
      }
      for (int i = 0; i < vowel && at < samples.length; i++) {
        double place = (double) i / vowel;
        double f0 = pitch + glide * place;
        phase += 2 * Math.PI * f0 / RATE;
        double sample = 0;
        for (int harmonic = 1; harmonic * f0 < 4000; harmonic++) {
          double distance = (harmonic * f0 - formant - move * place) / 250;
          double first = (harmonic * f0 - 500) / 200;
          sample +=
              (Math.exp(-distance * distance) + Math.exp(-first * first))
                  * Math.sin(harmonic * phase);
        }
        samples[at++] = (float) (0.15 * sample * Math.sin(Math.PI * place));
      }
      at += pause;
    }
    return samples;
  }

  /** Noise whose level swells by a factor at a rate; a high colour takes the treble away. */
  private static float[] noise(double colour, double swell, double hertz, double seconds) {
    var random = new Random(7);
    var samples = new float[(int) (seconds * RATE)];
    double last = 0;
    for (int i = 0; i < samples.length; i++) {
      last = colour * last + random.nextGaussian();
      double level = 1 + swell * Math.sin(2 * Math.PI * hertz * i / RATE);
      samples[i] = (float) (0.05 * level * (1 - 0.8 * colour) * last);
    }
    return samples;
  }

  /** The mains: 50 Hz with overtones, and some hiss. */
  private static float[] hum(double seconds) {
    var samples = noise(0, 0, 0, seconds);
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= 0.1f;
      for (int harmonic = 1; harmonic <= 12; harmonic++) {
        samples[i] += (float) (0.1 / harmonic * Math.sin(2 * Math.PI * 50 * harmonic * i / RATE));
      }
    }
    return samples;
  }

  /** Many hands that clap 3 to 5 times a second, each at its own. */
  private static float[] applause(double seconds) {
    var random = new Random(9);
    var samples = new float[(int) (seconds * RATE)];
    for (int hands = 0; hands < 40; hands++) {
      double rate = 3 + 2 * random.nextDouble();
      for (double t = random.nextDouble(); t < seconds - 0.1; t += 1 / rate) {
        int from = (int) ((t + 0.03 * random.nextDouble()) * RATE);
        for (int i = 0; i < 400; i++) {
          samples[from + i] += (float) (0.05 * Math.exp(-i / 60.0) * random.nextGaussian());
        }
      }
    }
    return samples;
  }

  private static float[] join(float[] first, float[] second) {
    var both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static float[] add(float[] first, float[] second, double gain) {
    var sum = first.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (float) (gain * second[i]);
    }
    return sum;
  }

  @Test
  void chordsAreMusic() {
    var found = measure(music(8));
    assertThat(found.share()).isGreaterThan(0.95);
    assertThat(found.exclusion()).isEmpty();
    assertThat(found.seconds()).hasSize(8).containsOnly(SoundKind.MUSIC);
  }

  @Test
  void drumsAloneAreMusic() {
    assertThat(measure(drums(8)).exclusion()).isEmpty();
  }

  @Test
  void syllablesAreSpeech() {
    var found = measure(speech(8));
    assertThat(found.share()).isLessThan(0.05);
    assertThat(found.exclusion()).contains(Exclusion.SPEECH_ONLY);
  }

  @Test
  void noiseIsNeitherMusicNorSpeech() {
    for (var sound :
        List.of(
            noise(0, 0, 0, 8),
            noise(0.7, 0, 0, 8),
            noise(0.95, 0.7, 0.3, 8),
            noise(0.3, 0.5, 0.15, 8),
            hum(8),
            applause(8))) {
      assertThat(measure(sound).exclusion()).contains(Exclusion.TOO_LITTLE_MUSIC);
    }
  }

  @Test
  void musicInNoiseIsMusic() {
    assertThat(measure(add(music(8), noise(0.5, 0, 0, 8), 0.3)).exclusion()).isEmpty();
  }

  @Test
  void aVoiceIsHeardInSpeechAndOverMusicAndNotInChords() {
    assertThat(measure(speech(8)).voice().orElseThrow()).isGreaterThan(0.5);
    assertThat(measure(add(music(8), speech(8), 0.8)).voice().orElseThrow()).isGreaterThan(0.5);
    assertThat(measure(music(8)).voice().orElseThrow()).isLessThan(0.5);
    assertThat(measure(new float[8 * RATE]).voice()).isEmpty();
  }

  @Test
  void speechOverMusicIsMusic() {
    assertThat(measure(add(music(8), speech(8), 0.4)).exclusion()).isEmpty();
  }

  @Test
  void silenceAndAFaintNoiseFloorAreSilent() {
    assertThat(measure(new float[8 * RATE]).exclusion()).contains(Exclusion.SILENT);
    var random = new Random(1);
    var faint = new float[8 * RATE];
    for (int i = 0; i < faint.length; i++) {
      faint[i] = (float) (random.nextGaussian() * Math.pow(10, -78 / 20.0));
    }
    assertThat(measure(faint).exclusion()).contains(Exclusion.SILENT);
  }

  @Test
  void musicBesideSilenceCountsByItsLength() {
    for (double seconds : new double[] {1.5, 3, 4.5, 7}) {
      var before = measure(join(music(seconds), new float[(int) ((10 - seconds) * RATE)]));
      var after = measure(join(new float[(int) ((10 - seconds) * RATE)], music(seconds)));
      assertThat(before.share()).isCloseTo(seconds / 10, within(0.06));
      assertThat(after.share()).isCloseTo(seconds / 10, within(0.06));
      assertThat(before.exclusion().isPresent()).isEqualTo(seconds < 5);
    }
  }

  @Test
  void musicBesideSpeechCountsByItsLength() {
    var found = measure(join(music(3), speech(7)));
    assertThat(found.share()).isCloseTo(0.3, within(0.1));
    assertThat(found.exclusion()).contains(Exclusion.TOO_LITTLE_MUSIC);
    assertThat(measure(join(speech(3), music(7))).exclusion()).isEmpty();
  }

  @Test
  void aShortRestDoesNotEndTheMusic() {
    var withRest = join(join(music(4), new float[RATE / 2]), music(4));
    assertThat(measure(withRest).share()).isGreaterThan(0.95);
  }

  @Test
  void theSameSoundLouderOrSofterIsTheSame() {
    for (double gain : new double[] {0.05, 0.3, 2}) {
      assertThat(measure(add(new float[8 * RATE], music(8), gain)).share()).isGreaterThan(0.95);
      assertThat(measure(add(new float[8 * RATE], speech(8), gain)).share()).isLessThan(0.05);
    }
  }

  @Test
  void aSoundTooShortForOneWindowIsMeasured() {
    assertThat(measure(new float[0]).exclusion()).contains(Exclusion.SILENT);
    assertThat(measure(new float[100]).seconds()).containsExactly(SoundKind.SILENCE);
  }
}
