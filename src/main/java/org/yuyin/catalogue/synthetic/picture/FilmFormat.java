package org.yuyin.catalogue.synthetic.picture;

import java.awt.image.BufferedImage;

/**
 * Size and speed of a film.
 *
 * @param width in pixels, even
 * @param height in pixels, even
 * @param framesPerSecond at least 5
 */
public record FilmFormat(int width, int height, int framesPerSecond) {
  public FilmFormat {
    if (width < 64 || height < 36 || width % 2 != 0 || height % 2 != 0 || framesPerSecond < 5) {
      throw new IllegalArgumentException(
          "a film needs even sides of at least 64 x 36 and 5 frames a second, got %d x %d, %d"
              .formatted(width, height, framesPerSecond));
    }
  }

  BufferedImage image() {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }
}
