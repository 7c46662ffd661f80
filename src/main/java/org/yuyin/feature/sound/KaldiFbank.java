package org.yuyin.feature.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Consumer;
import org.yuyin.media.Sound;

/**
 * Log mel filterbank as Kaldi computes it, with the settings of the Audio Spectrogram Transformer
 * (Gong, Chung, Glass: AST, Interspeech 2021): 128 bands from 20 Hz to 8 kHz, frames of 25 ms every
 * 10 ms, whole frames only, no dither. Immutable: the tables are made once, {@link #stream} gives
 * each clip its own buffers.
 *
 * <p>Kaldi also removes the mean of the whole waveform first; that changes nothing but rounding, as
 * each frame's mean is removed anyway, and is left out so that sound can be streamed.
 */
public final class KaldiFbank {
  /** The only sample rate it takes. */
  public static final int SAMPLE_RATE_HZ = 16_000;

  /** Values in a row, unless another number is asked for. */
  public static final int BANDS = 128;

  /** Samples in a frame. */
  public static final int FRAME = 400;

  /** Samples from one frame's start to the next one's. */
  public static final int HOP = 160;

  /** Seconds from one row to the next. */
  public static final double HOP_SECONDS = (double) HOP / SAMPLE_RATE_HZ;

  private static final int TRANSFORM = 512;
  private static final double LOW_HZ = 20;
  private static final double PRE_EMPHASIS = 0.97;
  private static final double FULL_SCALE = 32768;

  /** Smallest energy that is logged: the rounding unit of float32, as in Kaldi. */
  private static final double FLOOR = 1.1920929e-07;

  private final double[] window = hann();
  private final PowerSpectrum spectrum = new PowerSpectrum(TRANSFORM);
  private final MelBank mel;

  /** With {@link #BANDS} bands. */
  public KaldiFbank() {
    this(BANDS);
  }

  /** With another number of bands over the same range. */
  public KaldiFbank(int bands) {
    double binHz = (double) SAMPLE_RATE_HZ / TRANSFORM;
    mel = new MelBank(bands, LOW_HZ, SAMPLE_RATE_HZ / 2.0, binHz, TRANSFORM / 2);
  }

  /** Rows that so many samples give; 0 below one frame. */
  public static int frameCount(int samples) {
    return samples < FRAME ? 0 : 1 + (samples - FRAME) / HOP;
  }

  /**
   * All rows of a clip.
   *
   * @param sound one channel at {@link #SAMPLE_RATE_HZ}
   * @return (frames, bands) natural logarithms of band energies
   */
  public float[][] frames(Sound sound) {
    var rows = new ArrayList<float[]>(frameCount(sound.frameCount()));
    forEachFrame(sound, row -> rows.add(row.clone()));
    return rows.toArray(float[][]::new);
  }

  /** As {@link #frames}, one row after the other; the array is reused for the next row. */
  public void forEachFrame(Sound sound, Consumer<float[]> rows) {
    if (sound.sampleRateHz() != SAMPLE_RATE_HZ || sound.channels() != 1) {
      throw new IllegalArgumentException(
          "the filterbank takes one channel at %d Hz, got %d at %d Hz"
              .formatted(SAMPLE_RATE_HZ, sound.channels(), sound.sampleRateHz()));
    }
    stream(rows).accept(sound.samples(), 0, sound.samples().length);
  }

  /**
   * Starts a clip whose samples arrive in pieces.
   *
   * @param rows called with every row in order; the array is reused for the next row
   */
  public Stream stream(Consumer<float[]> rows) {
    return new Stream(rows);
  }

  private static double[] hann() {
    var window = new double[FRAME];
    for (int n = 0; n < FRAME; n++) {
      window[n] = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / (FRAME - 1));
    }
    return window;
  }

  /** One clip on its way through the filterbank. For one thread. */
  public final class Stream {
    private final Consumer<float[]> rows;
    private final short[] waiting = new short[FRAME];
    private int held;
    private final double[] frame = new double[TRANSFORM];
    private final double[] power = new double[spectrum.bins()];
    private final double[] energies = new double[mel.bands()];
    private final float[] row = new float[mel.bands()];

    private Stream(Consumer<float[]> rows) {
      this.rows = rows;
    }

    /** Takes the samples from {@code from} up to {@code to}; any number of them. */
    public void accept(short[] samples, int from, int to) {
      for (int next = from; next < to; ) {
        int taken = Math.min(FRAME - held, to - next);
        System.arraycopy(samples, next, waiting, held, taken);
        held += taken;
        next += taken;
        if (held == FRAME) {
          emit();
          System.arraycopy(waiting, HOP, waiting, 0, FRAME - HOP);
          held = FRAME - HOP;
        }
      }
    }

    private void emit() {
      prepare();
      spectrum.of(frame, power);
      mel.apply(power, energies);
      for (int band = 0; band < row.length; band++) {
        row[band] = (float) Math.log(Math.max(energies[band], FLOOR));
      }
      rows.accept(row);
    }

    /** Removes the mean, lifts the treble, windows, and appends zeros. */
    private void prepare() {
      double sum = 0;
      for (var sample : waiting) {
        sum += sample;
      }
      double mean = sum / FRAME;
      // The sample before the first is taken to be equal to the first.
      double before = (waiting[0] - mean) / FULL_SCALE;
      for (int n = 0; n < FRAME; n++) {
        double sample = (waiting[n] - mean) / FULL_SCALE;
        frame[n] = (sample - PRE_EMPHASIS * before) * window[n];
        before = sample;
      }
      Arrays.fill(frame, FRAME, TRANSFORM, 0.0);
    }
  }
}
