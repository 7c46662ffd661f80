package org.yuyin.feature.sound.emobase;

import static org.yuyin.feature.sound.emobase.Lanes.load;

import java.util.Arrays;

/**
 * Hamming window, zeros up to the transform's size, squared magnitudes, for a frame in each lane.
 * Single precision. For one thread.
 */
final class PowerSpectra {
  private final float[] window;
  private final int half;
  private final SplitRadix transform;
  private final RealBins bins;
  private final float[] signal;
  private final float[] power;

  /**
   * Prepares window and tables.
   *
   * @param frameLength samples in a frame
   * @param size samples with the zeros; a power of two, at least 32
   */
  PowerSpectra(int frameLength, int size) {
    window = Hamming.singlePrecision(frameLength);
    half = size / 2;
    transform = new SplitRadix(half);
    bins = new RealBins(half);
    signal = new float[size * Lanes.COUNT];
    power = new float[(half + 1) * Lanes.COUNT];
  }

  /** Sets the frame of a lane; lanes without a frame are silent. */
  void put(int lane, float[] frame) {
    // Even samples are real parts, odd ones imaginary parts, so sample n stands in row n.
    for (int n = 0; n < window.length; n++) {
      signal[n * Lanes.COUNT + lane] = frame[n] * window[n];
    }
  }

  /**
   * Transforms the frames and forgets them.
   *
   * @return (bins from 0 Hz to half the sample rate, lanes); the array is reused by the next call
   */
  float[] compute() {
    transform.transform(signal);
    for (int k = 1; k < half / 2; k++) {
      separate(k, bins.place(k), bins.place(half - k));
    }
    takeEnds();
    for (int k = 1; k < half; k++) {
      takePower(k, bins.place(k));
    }
    Arrays.fill(signal, 0f);
    return power;
  }

  /** Makes bins k and half - k of the two points that mix them, where they stand. */
  private void separate(int k, int place, int mirror) {
    var re = load(signal, place);
    var im = load(signal, place + Lanes.COUNT);
    var mirrorRe = load(signal, mirror);
    var mirrorIm = load(signal, mirror + Lanes.COUNT);
    var x = re.sub(mirrorRe);
    var y = im.add(mirrorIm);
    var changeRe = x.mul(bins.real(k)).sub(y.mul(bins.imaginary(k)));
    var changeIm = y.mul(bins.real(k)).add(x.mul(bins.imaginary(k)));
    re.sub(changeRe).intoArray(signal, place);
    im.sub(changeIm).intoArray(signal, place + Lanes.COUNT);
    mirrorRe.add(changeRe).intoArray(signal, mirror);
    mirrorIm.sub(changeIm).intoArray(signal, mirror + Lanes.COUNT);
  }

  /** The lowest and the highest bin, which are real and share point 0. */
  private void takeEnds() {
    var re = load(signal, 0);
    var im = load(signal, Lanes.COUNT);
    var lowest = re.add(im);
    var highest = re.sub(im);
    lowest.mul(lowest).intoArray(power, 0);
    highest.mul(highest).intoArray(power, half * Lanes.COUNT);
  }

  /** Root and square again, as the original does: each rounds. */
  private void takePower(int k, int place) {
    var re = load(signal, place);
    var im = load(signal, place + Lanes.COUNT);
    var magnitude = re.mul(re).add(im.mul(im)).sqrt();
    magnitude.mul(magnitude).intoArray(power, k * Lanes.COUNT);
  }
}
