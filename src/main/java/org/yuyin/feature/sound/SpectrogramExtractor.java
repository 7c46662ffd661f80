package org.yuyin.feature.sound;

import java.nio.file.Path;
import java.util.List;
import org.yuyin.feature.FrameTable;
import org.yuyin.feature.SoundExtractor;
import org.yuyin.media.Sound;

/**
 * A network that sees a clip as windows of a spectrogram. They can be given ready-made, and the
 * network can be looked into, so that it can be compared with the program that it follows.
 */
public interface SpectrogramExtractor extends SoundExtractor {
  /** What the network is given for a clip. */
  Spectrograms spectrograms(Sound sound);

  /**
   * Spectrograms from a NumPy file, as the network takes them: (frames, bands) or (windows, frames,
   * bands), normalised.
   */
  Spectrograms spectrograms(Path npy);

  /** The mean of the windows' vectors. */
  float[] extract(Spectrograms spectrograms);

  /** One row for each window. */
  FrameTable extractFrames(Spectrograms spectrograms);

  /** Names of the places in the network that can be looked at, first to last. */
  List<String> stages();

  /**
   * The values at one of {@link #stages}; another name is refused with the list of them.
   *
   * @return (windows × tokens, width), or (windows, width) behind the pooling
   */
  float[][] stage(String name, Spectrograms spectrograms);

  @Override
  default float[] extract(Sound sound) {
    return extract(spectrograms(sound));
  }

  @Override
  default FrameTable extractFrames(Sound sound) {
    return extractFrames(spectrograms(sound));
  }
}
