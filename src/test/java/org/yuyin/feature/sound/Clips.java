package org.yuyin.feature.sound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.yuyin.media.Sound;

/** Sounds to test with: recordings among the test resources, and computed ones. */
public final class Clips {
  private Clips() {}

  /** A 16-bit WAV file among the test resources, such as {@code emobase/audio/s06.wav}. */
  public static Sound wav(String resource) {
    try (var bytes =
            Objects.requireNonNull(
                Clips.class.getClassLoader().getResourceAsStream(resource), resource);
        var audio = AudioSystem.getAudioInputStream(new BufferedInputStream(bytes))) {
      var buffer = ByteBuffer.wrap(audio.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      var samples = new short[buffer.remaining() / Short.BYTES];
      buffer.asShortBuffer().get(samples);
      var format = audio.getFormat();
      return new Sound(samples, format.getChannels(), (int) format.getSampleRate());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnsupportedAudioFileException e) {
      throw new IllegalArgumentException(resource, e);
    }
  }

  /** A full-scale click at a third of an otherwise silent clip. */
  public static Sound click(double seconds, int rateHz) {
    int at = (int) (seconds * rateHz / 3);
    return of(seconds, rateHz, n -> n == at ? 1 : 0);
  }

  public static Sound silence(double seconds, int rateHz) {
    return of(seconds, rateHz, n -> 0);
  }

  public static Sound sine(double hertz, double seconds, int rateHz) {
    return of(seconds, rateHz, n -> 0.8 * Math.sin(2 * Math.PI * hertz * n / rateHz));
  }

  public static Sound noise(double seconds, int rateHz) {
    var random = new Random(7);
    return of(seconds, rateHz, n -> random.nextDouble(-1, 1));
  }

  /** One channel whose sample n is the given amplitude, 1 being full scale. */
  public static Sound of(double seconds, int rateHz, IntToDoubleFunction amplitude) {
    var samples = new short[(int) (seconds * rateHz)];
    for (int n = 0; n < samples.length; n++) {
      samples[n] = (short) Math.round(32767 * amplitude.applyAsDouble(n));
    }
    return new Sound(samples, 1, rateHz);
  }

  /** The same samples in every channel. */
  public static Sound spread(Sound mono, int channels) {
    var samples = new short[mono.samples().length * channels];
    for (int n = 0; n < samples.length; n++) {
      samples[n] = mono.samples()[n / channels];
    }
    return new Sound(samples, channels, mono.sampleRateHz());
  }
}
