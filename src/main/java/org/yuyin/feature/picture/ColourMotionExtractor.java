package org.yuyin.feature.picture;

import java.util.List;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.FrameExtractor;
import org.yuyin.feature.Modality;
import org.yuyin.media.Frame;
import org.yuyin.media.FrameSampling;

/**
 * Plain statistics of colour, light, detail and motion, for where the weights of Inception v3 are
 * not: 126 values a frame, from small frames taken twice a second so that motion shows. Every value
 * has a name, see {@link #columns}.
 */
public final class ColourMotionExtractor implements FrameExtractor {
  private static final int SIDE = 72;
  private static final List<PictureStatistic> STATISTICS =
      List.of(
          new ColourHistogram(),
          new LightAndColour(),
          new EdgeEnergy(),
          new Palette(),
          new Motion());

  @Override
  public ExtractorInfo info() {
    return new ExtractorInfo(
        "colour-motion",
        1,
        Modality.VIDEO,
        columns().size(),
        "statistics of colour, light, detail and motion, in place of Inception v3",
        "no weights",
        true);
  }

  @Override
  public List<String> columns() {
    return STATISTICS.stream().flatMap(statistic -> statistic.columns().stream()).toList();
  }

  @Override
  public FrameSampling sampling() {
    return new FrameSampling(2, 32, SIDE, SIDE);
  }

  @Override
  public float[][] extractFrames(List<Frame> frames) {
    var rows = new float[frames.size()][];
    var before = picture(frames.getFirst());
    for (int row = 0; row < rows.length; row++) {
      var picture = picture(frames.get(row));
      rows[row] = row(picture, before);
      before = picture;
    }
    return rows;
  }

  private static Picture picture(Frame frame) {
    if (frame.width() != SIDE || frame.height() != SIDE) {
      throw new IllegalArgumentException(
          "colour-motion wants frames of %d x %d, got %d x %d"
              .formatted(SIDE, SIDE, frame.width(), frame.height()));
    }
    return Picture.of(frame);
  }

  private static float[] row(Picture picture, Picture before) {
    return Rows.joined(
        STATISTICS.stream()
            .map(statistic -> statistic.of(picture, before))
            .toArray(float[][]::new));
  }
}
