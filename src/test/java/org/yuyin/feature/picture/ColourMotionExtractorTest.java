package org.yuyin.feature.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuyin.media.Frame;

class ColourMotionExtractorTest {
  private static final int SIDE = 72;

  private final ColourMotionExtractor extractor = new ColourMotionExtractor();

  /** Gives the colour of a pixel as 0xRRGGBB. */
  private interface Painting {
    int at(int x, int y);
  }

  @Test
  void everyColumnHasItsOwnNameAndTheWidthIsFixed() {
    assertThat(extractor.columns()).hasSize(extractor.info().width()).doesNotHaveDuplicates();
    assertThat(extractor.info().width()).isEqualTo(126);
  }

  @Test
  void pureRedFillsOneColourAndOnePaletteEntry() {
    var red = frame((_, _) -> 0xff0000);
    assertThat(value("hue_0_vivid_bright", red)).isEqualTo(1);
    assertThat(value("palette[0].red", red)).isEqualTo(1);
    assertThat(value("palette[0].share", red)).isEqualTo(1);
    assertThat(value("palette[1].share", red)).isZero();
    assertThat(value("saturation_mean", red)).isEqualTo(1);
    assertThat(value("warmth", red)).isEqualTo(1);
    assertThat(value("luma_mean", red)).isCloseTo(0.299f, within(1e-6f));
  }

  @Test
  void halfWhiteHalfBlackHasNoColourAndOneUprightEdge() {
    var halves = frame((x, _) -> x < SIDE / 2 ? 0xffffff : 0);
    assertThat(value("grey_0", halves)).isCloseTo((float) Math.sqrt(0.5), within(1e-6f));
    assertThat(value("grey_3", halves)).isCloseTo((float) Math.sqrt(0.5), within(1e-6f));
    assertThat(value("colourfulness", halves)).isZero();
    assertThat(value("luma_deviation", halves)).isCloseTo(0.5f, within(1e-6f));
    assertThat(value("edge_direction[0]", halves)).isCloseTo(1, within(1e-6f));
    assertThat(value("luma_field[0]", halves)).isEqualTo(1);
    assertThat(value("luma_field[2]", halves)).isZero();
    // two columns of 70 pixels with a full step each
    assertThat(value("edge_mean", halves)).isCloseTo(2 * 70f / (SIDE * SIDE), within(1e-6f));
  }

  @Test
  void aStillPictureDoesNotMoveAndACutMovesEverything() {
    var black = frame((_, _) -> 0);
    var white = frame((_, _) -> 0xffffff);
    assertThat(value("motion_mean", black, black)).isZero();
    assertThat(value("motion_mean", black, white)).isCloseTo(1, within(1e-6f));
    assertThat(value("motion_share", black, white)).isEqualTo(1);
    assertThat(value("colour_change", black, white)).isCloseTo(1, within(1e-6f));
  }

  @Test
  void theClipIsTheMeanOfItsFrames() {
    var clip = extractor.extract(List.of(frame((_, _) -> 0), frame((_, _) -> 0xffffff)));
    assertThat(clip[column("luma_mean")]).isCloseTo(0.5f, within(1e-6f));
    assertThat(clip[column("motion_mean")]).isCloseTo(0.5f, within(1e-6f));
  }

  private float value(String column, Frame... frames) {
    var rows = extractor.extractFrames(List.of(frames));
    return rows[rows.length - 1][column(column)];
  }

  private int column(String name) {
    assertThat(extractor.columns()).contains(name);
    return extractor.columns().indexOf(name);
  }

  private static Frame frame(Painting painting) {
    var rgb = new byte[SIDE * SIDE * 3];
    for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
      int colour = painting.at(pixel % SIDE, pixel / SIDE);
      rgb[3 * pixel] = (byte) (colour >> 16);
      rgb[3 * pixel + 1] = (byte) (colour >> 8);
      rgb[3 * pixel + 2] = (byte) colour;
    }
    return new Frame(0, SIDE, SIDE, rgb);
  }
}
