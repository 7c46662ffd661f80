package org.yuyin.feature.sound.ast;

import org.yuyin.feature.transformer.ConfigFile;
import org.yuyin.feature.transformer.EncoderSizes;
import org.yuyin.storage.InputException;

/**
 * How large an Audio Spectrogram Transformer is, by the fields of its {@code config.json}.
 *
 * @param sizes of the encoder
 * @param patch side of a patch, in frames and in bands, {@code patch_size}
 * @param bandStride bands from one patch to the next, {@code frequency_stride}
 * @param frameStride frames from one patch to the next, {@code time_stride}
 * @param frames of a window, {@code max_length}
 * @param bands of the filterbank, {@code num_mel_bins}
 * @param biased whether query, key and value have biases, {@code qkv_bias}
 */
record AstConfig(
    EncoderSizes sizes,
    int patch,
    int bandStride,
    int frameStride,
    int frames,
    int bands,
    boolean biased) {
  /** The two tokens before the patches: class and distillation. */
  static final int FIRST_TOKENS = 2;

  private static final String TYPE = "audio-spectrogram-transformer";
  // What the published model has.
  private static final int USUAL_PATCH = 16;
  private static final int USUAL_STRIDE = 10;
  private static final int USUAL_FRAMES = 1024;
  private static final int USUAL_BANDS = 128;

  /** Reads and checks the fields. */
  static AstConfig of(ConfigFile file) {
    file.requireType(TYPE);
    var config =
        new AstConfig(
            EncoderSizes.of(file),
            file.size("patch_size", USUAL_PATCH),
            file.size("frequency_stride", USUAL_STRIDE),
            file.size("time_stride", USUAL_STRIDE),
            file.size("max_length", USUAL_FRAMES),
            file.size("num_mel_bins", USUAL_BANDS),
            file.flag("qkv_bias", true));
    if (config.patch > Math.min(config.frames, config.bands)) {
      throw new InputException(
          "%s: a patch_size of %d does not fit a window of %d frames and %d bands"
              .formatted(file.file(), config.patch, config.frames, config.bands));
    }
    return config;
  }

  /** Patches in a window, no padding. */
  private int patches() {
    return steps(bands, bandStride) * steps(frames, frameStride);
  }

  private int steps(int length, int stride) {
    return (length - patch) / stride + 1;
  }

  /** Tokens in a window. */
  int tokens() {
    return FIRST_TOKENS + patches();
  }
}
