package org.yuyin.catalogue.synthetic.music;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.yuyin.media.Sound;

/** Plays a score with the JDK's own synthesiser and sound bank, faster than real time. */
public final class Synthesiser {
  /** Samples a second and channel of everything played. */
  public static final int RATE_HZ = 44_100;

  private static final double RING_SECONDS = 0.5;

  private Synthesiser() {}

  /** Two channels, as the synthesiser gives them, and half a second more for what rings on. */
  public static Sound play(Score score) {
    try (var stream =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(MidiFile.bytes(score)))) {
      var format = stream.getFormat();
      requireUsual(format);
      int bytes = (int) ((score.seconds() + RING_SECONDS) * RATE_HZ) * format.getFrameSize();
      var shorts =
          ByteBuffer.wrap(stream.readNBytes(bytes)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
      var samples = new short[shorts.remaining()];
      shorts.get(samples);
      return new Sound(samples, 2, RATE_HZ);
    } catch (UnsupportedAudioFileException e) {
      throw new IllegalStateException(
          "this Java cannot play MIDI: the module java.desktop is missing", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireUsual(AudioFormat format) {
    if (format.getSampleRate() != RATE_HZ
        || format.getChannels() != 2
        || format.getSampleSizeInBits() != 16
        || format.isBigEndian()) {
      throw new IllegalStateException("the synthesiser gave an unexpected format: " + format);
    }
  }
}
