package org.yuyin.feature.sound.emobase;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The order of the 26 contours, and openSMILE's names for everything made of them. */
final class ContourNames {
  static final int INTENSITY = 0;
  static final int LOUDNESS = 1;
  static final int FIRST_MFCC = 2;
  static final int FIRST_LSP = FIRST_MFCC + Mfcc.COEFFICIENTS;
  static final int ZERO_CROSSINGS = FIRST_LSP + LineSpectralPairs.COUNT;
  static final int VOICING = ZERO_CROSSINGS + 1;
  static final int PITCH = VOICING + 1;
  static final int PITCH_ENVELOPE = PITCH + 1;

  /** Contours before differencing; those from {@link #VOICING} on come from the long frames. */
  static final int COUNT = PITCH_ENVELOPE + 1;

  /** All 26 smoothed contours, then their 26 deltas: {@code mfcc_sma[1]}, {@code F0_sma_de}. */
  static final List<String> CONTOURS =
      Stream.concat(contours("_sma").stream(), contours("_sma_de").stream()).toList();

  /** Each contour with each functional: {@code mfcc_sma[1]_quartile2}. */
  static final List<String> COLUMNS =
      CONTOURS.stream()
          .flatMap(contour -> Functionals.NAMES.stream().map(name -> contour + "_" + name))
          .toList();

  private ContourNames() {}

  private static List<String> contours(String suffix) {
    var names = new ArrayList<String>();
    names.add("pcm_intensity" + suffix);
    names.add("pcm_loudness" + suffix);
    for (int i = 1; i <= Mfcc.COEFFICIENTS; i++) {
      names.add("mfcc%s[%d]".formatted(suffix, i));
    }
    for (int i = 0; i < LineSpectralPairs.COUNT; i++) {
      names.add("lspFreq%s[%d]".formatted(suffix, i));
    }
    names.add("pcm_zcr" + suffix);
    names.add("voiceProb" + suffix);
    names.add("F0" + suffix);
    names.add("F0env" + suffix);
    return names;
  }
}
