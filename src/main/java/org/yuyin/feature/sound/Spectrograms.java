package org.yuyin.feature.sound;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.yuyin.storage.InputException;
import org.yuyin.storage.NpyArray;

/**
 * A clip as windows of a fixed length, ready for a network. Windows may overlap, so the rows are
 * kept once.
 *
 * @param rows (frames of the clip, bands)
 * @param starts first row of each window, at least one
 * @param frames rows in a window
 * @param padding what fills a window that goes beyond the clip
 * @param hopSeconds from one window's start to the next one's, on average
 */
public record Spectrograms(
    float[][] rows, List<Integer> starts, int frames, float padding, double hopSeconds) {
  /**
   * As few windows as cover the clip, the first at its start, the last, if there are several, at
   * its end, the others evenly between them. A clip that is shorter than a window is padded.
   *
   * @param frameSeconds from one row to the next
   */
  public static Spectrograms covering(
      float[][] rows, int frames, float padding, double frameSeconds) {
    int windows = Math.max(1, Math.ceilDiv(rows.length, frames));
    double hop = windows == 1 ? frames : (double) (rows.length - frames) / (windows - 1);
    var starts =
        IntStream.range(0, windows).mapToObj(window -> (int) Math.round(window * hop)).toList();
    return new Spectrograms(rows, starts, frames, padding, hop * frameSeconds);
  }

  /**
   * Windows from a NumPy file, as the network takes them: (frames, bands) or (windows, frames,
   * bands).
   *
   * @throws InputException when the file cannot be read or has another shape
   */
  public static Spectrograms read(Path npy, int frames, int bands, double frameSeconds) {
    var array = NpyArray.read(npy);
    var shape = array.shape();
    boolean fits =
        (shape.length == 2 || (shape.length == 3 && shape[0] > 0))
            && shape[shape.length - 2] == frames
            && shape[shape.length - 1] == bands;
    if (!fits) {
      throw new InputException(
          "%1$s has shape %2$s; spectrograms of shape (%3$d, %4$d) or (windows, %3$d, %4$d) are needed"
              .formatted(npy, Arrays.toString(shape), frames, bands));
    }
    var rows =
        new NpyArray(new int[] {array.values().length / bands, bands}, array.values()).rows();
    var starts = IntStream.range(0, rows.length / frames).mapToObj(w -> w * frames).toList();
    return new Spectrograms(rows, starts, frames, 0, frames * frameSeconds);
  }

  /** How many windows there are. */
  public int windows() {
    return starts.size();
  }

  /** Appends a window's values, frame after frame. */
  public void put(int window, int bands, FloatBuffer into) {
    int start = starts.get(window);
    for (int row = start; row < start + frames; row++) {
      if (row < rows.length) {
        into.put(rows[row]);
      } else {
        for (int band = 0; band < bands; band++) {
          into.put(padding);
        }
      }
    }
  }
}
