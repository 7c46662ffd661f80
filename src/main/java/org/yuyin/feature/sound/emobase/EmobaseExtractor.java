package org.yuyin.feature.sound.emobase;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.FrameTable;
import org.yuyin.feature.Modality;
import org.yuyin.feature.SoundExtractor;
import org.yuyin.feature.sound.Silence;
import org.yuyin.media.Sound;

/**
 * openSMILE's emobase set: 19 functionals of 52 contours, 988 values, of a clip at its own sample
 * rate. Agrees with openSMILE 3.0.2 in all seven digits that it prints, as everything is rounded
 * where openSMILE rounds it. Needs {@code --add-modules jdk.incubator.vector}.
 */
public final class EmobaseExtractor implements SoundExtractor {
  /**
   * Of the smoothed rows, one more than long frames, the original's functionals miss the last
   * three: its end-of-file order.
   */
  private static final int ROWS_MISSED_AT_THE_END = 3;

  /**
   * Clips with fewer long frames (below 60 ms) are lengthened by silence to one usable row. The
   * original gives one undefined row for them, or none.
   */
  private static final int FEWEST_LONG_FRAMES = 3;

  @Override
  public ExtractorInfo info() {
    return new ExtractorInfo(
        "emobase",
        2,
        Modality.EMOTION,
        ContourNames.COLUMNS.size(),
        "openSMILE 3.0.2, emobase (Eyben et al. 2010), re-implemented",
        "no weights",
        false);
  }

  @Override
  public Optional<String> unavailable() {
    return ModuleLayer.boot().findModule(Lanes.MODULE).isPresent()
        ? Optional.empty()
        : Optional.of("emobase needs Java to be started with --add-modules " + Lanes.MODULE);
  }

  @Override
  public List<String> columns() {
    return ContourNames.COLUMNS;
  }

  @Override
  public OptionalInt sampleRateHz() {
    return OptionalInt.empty();
  }

  @Override
  public float[] extract(Sound sound) {
    int fewest = Framing.of(sound.sampleRateHz()).samplesFor(FEWEST_LONG_FRAMES);
    var descriptors = LowLevelDescriptors.of(Silence.padTo(fewest, sound));
    int rows = descriptors.rows() - ROWS_MISSED_AT_THE_END;
    var vector = new float[info().width()];
    var functionals = new Functionals(vector);
    for (var contour : descriptors.contours()) {
      functionals.add(ContourFilter.smoothed(contour, descriptors.rows()), rows);
    }
    for (var contour : descriptors.contours()) {
      var smooth = ContourFilter.smoothed(contour, descriptors.rows());
      functionals.add(ContourFilter.deltas(smooth), rows);
    }
    return vector;
  }

  /** All smoothed contours and their deltas; no rows for a clip below 40 ms. */
  @Override
  public FrameTable extractFrames(Sound sound) {
    var descriptors = LowLevelDescriptors.of(sound);
    var rows = new float[descriptors.rows()][ContourNames.CONTOURS.size()];
    for (int i = 0; i < ContourNames.COUNT && rows.length > 0; i++) {
      var smooth = ContourFilter.smoothed(descriptors.contours()[i], rows.length);
      var deltas = ContourFilter.deltas(smooth);
      for (int k = 0; k < rows.length; k++) {
        rows[k][i] = smooth[k];
        rows[k][ContourNames.COUNT + i] = deltas[k];
      }
    }
    double hopSeconds = Framing.of(sound.sampleRateHz()).hopSeconds();
    return new FrameTable(ContourNames.CONTOURS, hopSeconds, rows);
  }
}
