package org.yuyin.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.yuyin.storage.InputException;

/** One picture of an ad as a JPEG: what stands for it in lists. */
final class Poster {
  private static final int LONGEST_SIDE = 640;
  private static final float QUALITY = 0.82f;
  private static final int CANDIDATES = 5;

  private final MediaReader reader;

  Poster(MediaReader reader) {
    this.reader = reader;
  }

  /** Writes the most eventful of a few pictures: first frames are often black or a plain title. */
  void write(Path video, OutputStream target) throws IOException {
    var info = reader.probe(video);
    var picture =
        info.picture()
            .orElseThrow(() -> new InputException(video.getFileName() + " has no pictures"));
    double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(picture.width(), picture.height()));
    var sampling =
        new FrameSampling(
            CANDIDATES / Math.max(1, info.durationSeconds()),
            CANDIDATES,
            Math.max(1, (int) Math.round(picture.width() * scale)),
            Math.max(1, (int) Math.round(picture.height() * scale)));
    writeJpeg(mostEventful(reader.frames(video, sampling)), target);
  }

  private static Frame mostEventful(List<Frame> frames) {
    var best = frames.getFirst();
    double most = -1;
    for (var frame : frames) {
      double contrast = contrast(frame);
      if (contrast > most) {
        most = contrast;
        best = frame;
      }
    }
    return best;
  }

  /** The variance of the green values, which carry most of the brightness. */
  private static double contrast(Frame frame) {
    double sum = 0;
    double squares = 0;
    var rgb = frame.rgb();
    for (int at = 1; at < rgb.length; at += 3) {
      int green = rgb[at] & 0xff;
      sum += green;
      squares += (double) green * green;
    }
    double pixels = rgb.length / 3.0;
    return squares / pixels - sum / pixels * (sum / pixels);
  }

  private static void writeJpeg(Frame frame, OutputStream target) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = ImageIO.createImageOutputStream(target)) {
      var settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image(frame), null, null), settings);
    } finally {
      writer.dispose();
    }
  }

  private static BufferedImage image(Frame frame) {
    var image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
    var rgb = frame.rgb();
    for (int pixel = 0, at = 0; at < rgb.length; pixel++, at += 3) {
      int colour = (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | rgb[at + 2] & 0xff;
      image.setRGB(pixel % frame.width(), pixel / frame.width(), colour);
    }
    return image;
  }
}
