package org.yuyin.feature.sound.emobase;

import static org.yuyin.feature.sound.emobase.Lanes.load;

import java.util.ArrayList;
import java.util.List;

/**
 * Discrete Fourier transform of complex signals, one in each lane, in single precision: Ooura's
 * split-radix decimation in frequency (fftsg of his "General Purpose FFT Package", 2001), which
 * openSMILE uses. A stage splits a part of the signal into four quarters; one kind of stage is
 * plain, the other does a rotation first that its parent left out. Immutable.
 */
final class SplitRadix {
  /** Numbers from one complex point to the next: real parts of all lanes, then imaginary ones. */
  static final int POINT = 2 * Lanes.COUNT;

  private static final int IMAGINARY = Lanes.COUNT;

  private final int points;

  /** Rotations of the plain and the turned stages, the whole signal's first. */
  private final List<float[]> plain = new ArrayList<>();

  private final List<float[]> turned = new ArrayList<>();

  /**
   * Prepares the tables.
   *
   * @param points of a signal; a power of two, at least 16
   */
  SplitRadix(int points) {
    if (Integer.bitCount(points) != 1 || points < 16) {
      throw new IllegalArgumentException(
          "the transform needs a power of two from 16 on, got " + points);
    }
    this.points = points;
    var twiddles = new Twiddles(points);
    for (int size = points; size >= 4; size /= 4) {
      plain.add(twiddles.plain(size));
      turned.add(size == points ? new float[0] : twiddles.turned(size));
    }
  }

  /**
   * Transforms in place; {@code X[k] = Σ x[n] exp(2πi nk / points)} ends up at k with its bits
   * reversed.
   *
   * @param signal (points, real and imaginary, lanes)
   */
  void transform(float[] signal) {
    split(signal, 0, points, 0, false);
  }

  /** A quarter that still lacks a rotation goes through turned stages, and so does its last one. */
  private void split(float[] signal, int at, int size, int depth, boolean turning) {
    if (size == 2 && turning) {
      turnedPair(signal, at);
    } else if (size == 2) {
      plainPair(signal, at);
    } else if (size >= 4) {
      int quarter = size / 4;
      int hop = quarter * POINT;
      if (turning) {
        turnedStage(signal, at, hop, turned.get(depth));
      } else {
        plainStage(signal, at, hop, plain.get(depth));
      }
      split(signal, at, quarter, depth + 1, false);
      split(signal, at + hop, quarter, depth + 1, true);
      split(signal, at + 2 * hop, quarter, depth + 1, false);
      split(signal, at + 3 * hop, quarter, depth + 1, turning);
    }
  }

  private static void plainPair(float[] x, int at) {
    for (int a = at; a <= at + IMAGINARY; a += IMAGINARY) {
      var first = load(x, a);
      var second = load(x, a + POINT);
      first.add(second).intoArray(x, a);
      first.sub(second).intoArray(x, a + POINT);
    }
  }

  private static void turnedPair(float[] x, int at) {
    var r0 = load(x, at);
    var i0 = load(x, at + IMAGINARY);
    var r1 = load(x, at + POINT);
    var i1 = load(x, at + POINT + IMAGINARY);
    r0.sub(i1).intoArray(x, at);
    i0.add(r1).intoArray(x, at + IMAGINARY);
    r0.add(i1).intoArray(x, at + POINT);
    i0.sub(r1).intoArray(x, at + POINT + IMAGINARY);
  }

  private static void plainStage(float[] x, int at, int hop, float[] w) {
    for (int a = at, t = 0; a < at + hop; a += POINT, t += 6) {
      int b = a + hop;
      int c = b + hop;
      int d = c + hop;
      var r0 = load(x, a).add(load(x, c));
      var i0 = load(x, a + IMAGINARY).add(load(x, c + IMAGINARY));
      var r1 = load(x, a).sub(load(x, c));
      var i1 = load(x, a + IMAGINARY).sub(load(x, c + IMAGINARY));
      var r2 = load(x, b).add(load(x, d));
      var i2 = load(x, b + IMAGINARY).add(load(x, d + IMAGINARY));
      var r3 = load(x, b).sub(load(x, d));
      var i3 = load(x, b + IMAGINARY).sub(load(x, d + IMAGINARY));
      r0.add(r2).intoArray(x, a);
      i0.add(i2).intoArray(x, a + IMAGINARY);
      r0.sub(r2).intoArray(x, b);
      i0.sub(i2).intoArray(x, b + IMAGINARY);
      var re = r1.sub(i3);
      var im = i1.add(r3);
      re.mul(w[t + 1]).sub(im.mul(w[t + 2])).mul(w[t]).intoArray(x, c);
      im.mul(w[t + 1]).add(re.mul(w[t + 2])).mul(w[t]).intoArray(x, c + IMAGINARY);
      re = r1.add(i3);
      im = i1.sub(r3);
      re.mul(w[t + 4]).add(im.mul(w[t + 5])).mul(w[t + 3]).intoArray(x, d);
      im.mul(w[t + 4]).sub(re.mul(w[t + 5])).mul(w[t + 3]).intoArray(x, d + IMAGINARY);
    }
  }

  private static void turnedStage(float[] x, int at, int hop, float[] w) {
    for (int a = at, t = 0; a < at + hop; a += POINT, t += 12) {
      int b = a + hop;
      int c = b + hop;
      int d = c + hop;
      var r0 = load(x, a).sub(load(x, c + IMAGINARY));
      var i0 = load(x, a + IMAGINARY).add(load(x, c));
      var r1 = load(x, a).add(load(x, c + IMAGINARY));
      var i1 = load(x, a + IMAGINARY).sub(load(x, c));
      var r2 = load(x, b).sub(load(x, d + IMAGINARY));
      var i2 = load(x, b + IMAGINARY).add(load(x, d));
      var r3 = load(x, b).add(load(x, d + IMAGINARY));
      var i3 = load(x, b + IMAGINARY).sub(load(x, d));
      var re = r0.mul(w[t + 1]).sub(i0.mul(w[t + 2])).mul(w[t]);
      var im = i0.mul(w[t + 1]).add(r0.mul(w[t + 2])).mul(w[t]);
      var re2 = r2.mul(w[t + 4]).sub(i2.mul(w[t + 5])).mul(w[t + 3]);
      var im2 = i2.mul(w[t + 4]).add(r2.mul(w[t + 5])).mul(w[t + 3]);
      re.add(re2).intoArray(x, a);
      im.add(im2).intoArray(x, a + IMAGINARY);
      re.sub(re2).intoArray(x, b);
      im.sub(im2).intoArray(x, b + IMAGINARY);
      re = r1.mul(w[t + 7]).add(i1.mul(w[t + 8])).mul(w[t + 6]);
      im = i1.mul(w[t + 7]).sub(r1.mul(w[t + 8])).mul(w[t + 6]);
      re2 = r3.mul(w[t + 10]).add(i3.mul(w[t + 11])).mul(w[t + 9]);
      im2 = i3.mul(w[t + 10]).sub(r3.mul(w[t + 11])).mul(w[t + 9]);
      re.add(re2).intoArray(x, c);
      im.add(im2).intoArray(x, c + IMAGINARY);
      re.sub(re2).intoArray(x, d);
      im.sub(im2).intoArray(x, d + IMAGINARY);
    }
  }
}
