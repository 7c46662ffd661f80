package org.yuyin.feature.picture;

import org.yuyin.media.Frame;

/**
 * A frame as planes of plain numbers, for statistics.
 *
 * @param side width and height in pixels
 * @param red in 0..1, row by row; so are the others
 * @param luma Rec. 601 brightness
 * @param saturation of HSV
 * @param hue of HSV as a share of the circle, in 0..1; 0 for grey
 */
record Picture(
    int side,
    float[] red,
    float[] green,
    float[] blue,
    float[] luma,
    float[] saturation,
    float[] hue) {

  static Picture of(Frame frame) {
    int pixels = frame.width() * frame.height();
    var picture =
        new Picture(
            frame.width(),
            new float[pixels],
            new float[pixels],
            new float[pixels],
            new float[pixels],
            new float[pixels],
            new float[pixels]);
    for (int pixel = 0; pixel < pixels; pixel++) {
      picture.set(
          pixel,
          Byte.toUnsignedInt(frame.rgb()[3 * pixel]) / 255f,
          Byte.toUnsignedInt(frame.rgb()[3 * pixel + 1]) / 255f,
          Byte.toUnsignedInt(frame.rgb()[3 * pixel + 2]) / 255f);
    }
    return picture;
  }

  private void set(int pixel, float r, float g, float b) {
    red[pixel] = r;
    green[pixel] = g;
    blue[pixel] = b;
    luma[pixel] = 0.299f * r + 0.587f * g + 0.114f * b;
    float highest = Math.max(r, Math.max(g, b));
    float span = highest - Math.min(r, Math.min(g, b));
    saturation[pixel] = highest == 0 ? 0 : span / highest;
    hue[pixel] = span == 0 ? 0 : hue(r, g, b, highest, span);
  }

  private static float hue(float r, float g, float b, float highest, float span) {
    float sixth =
        highest == r ? (g - b) / span : highest == g ? 2 + (b - r) / span : 4 + (r - g) / span;
    return (sixth + 6) % 6 / 6;
  }

  int pixels() {
    return luma.length;
  }

  /** The highest of the three primaries: V of HSV. */
  float value(int pixel) {
    return Math.max(red[pixel], Math.max(green[pixel], blue[pixel]));
  }
}
