package org.yuyin.media;

/**
 * How loud a whole sound track is, after EBU R 128.
 *
 * @param integratedLufs loudness over all of it, gated, in LUFS; some -70 for near silence
 * @param truePeakDbtp highest level between samples too, in dB of full scale; may lie above 0
 */
public record ProgrammeLoudness(double integratedLufs, double truePeakDbtp) {
  public ProgrammeLoudness {
    if (!Double.isFinite(integratedLufs) || !Double.isFinite(truePeakDbtp)) {
      throw new IllegalArgumentException(
          "a loudness is finite, got %s LUFS and %s dBTP".formatted(integratedLufs, truePeakDbtp));
    }
  }
}
