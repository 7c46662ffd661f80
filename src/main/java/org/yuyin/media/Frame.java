package org.yuyin.media;

/**
 * One picture of a video.
 *
 * @param atSeconds where it stands in the video
 * @param width in pixels
 * @param height in pixels
 * @param rgb 8-bit red, green, blue, row by row; length = width × height × 3
 */
public record Frame(double atSeconds, int width, int height, byte[] rgb) {
  public Frame {
    if (rgb.length != width * height * 3) {
      throw new IllegalArgumentException(
          "a %d x %d frame needs %d bytes, got %d"
              .formatted(width, height, width * height * 3, rgb.length));
    }
  }
}
