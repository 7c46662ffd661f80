package org.yuyin.media;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.yuyin.media.ChildFailedException.Cause;

/**
 * Reads 16-bit PCM in a WAV envelope from a pipe. The envelope carries rate and channel count, so
 * one child process answers all; its length field is meaningless in a pipe and not used.
 */
final class WavStream {
  private static final int BYTES_PER_SAMPLE = 2;
  private static final int BLOCK_BYTES = 1 << 16;

  private final long maxBytes;
  private final double maxSeconds;

  WavStream(long maxBytes, double maxSeconds) {
    this.maxBytes = maxBytes;
    this.maxSeconds = maxSeconds;
  }

  Sound read(InputStream output) throws IOException, ChildFailedException {
    var input = new DataInputStream(output);
    input.readLong(); // RIFF and its length
    input.readInt(); // WAVE
    int channels = 1;
    int sampleRateHz = 1;
    for (int tag = input.readInt(); tag != tag("data"); tag = input.readInt()) {
      var chunk = new byte[Math.clamp(Integer.reverseBytes(input.readInt()), 0, BLOCK_BYTES)];
      input.readFully(chunk);
      if (tag == tag("fmt ")) {
        var format = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        channels = format.getShort(2);
        sampleRateHz = format.getInt(4);
      }
    }
    input.readInt(); // length of the data, unknown to the writer
    return new Sound(samples(input, channels, sampleRateHz), channels, sampleRateHz);
  }

  private static int tag(String name) {
    return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
  }

  private short[] samples(InputStream input, int channels, int sampleRateHz)
      throws IOException, ChildFailedException {
    long most =
        Math.min(maxBytes, (long) (maxSeconds * sampleRateHz * channels * BYTES_PER_SAMPLE));
    var samples = new short[BLOCK_BYTES];
    var block = new byte[BLOCK_BYTES];
    int count = 0;
    for (int got = input.readNBytes(block, 0, block.length);
        got > 0;
        got = input.readNBytes(block, 0, block.length)) {
      int more = got / BYTES_PER_SAMPLE;
      if ((long) (count + more) * BYTES_PER_SAMPLE > most) {
        throw new ChildFailedException(
            Cause.TOO_MUCH_OUTPUT, "has more than %.0f s of sound".formatted(maxSeconds));
      }
      if (count + more > samples.length) {
        samples = Arrays.copyOf(samples, samples.length * 2);
      }
      ByteBuffer.wrap(block, 0, more * BYTES_PER_SAMPLE)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asShortBuffer()
          .get(samples, count, more);
      count += more;
    }
    if (count == 0) {
      throw new EOFException("no samples");
    }
    return Arrays.copyOf(samples, count - count % channels);
  }
}
