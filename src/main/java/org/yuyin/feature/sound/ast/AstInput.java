package org.yuyin.feature.sound.ast;

import java.nio.file.Files;
import java.nio.file.Path;
import org.yuyin.feature.sound.KaldiFbank;
import org.yuyin.feature.transformer.ConfigFile;
import org.yuyin.storage.InputException;

/**
 * What a model takes off its input and divides it by: {@code (value - mean) / (2 deviation)}, after
 * missing frames were filled with 0.
 *
 * @param mean of the filterbank over the data that the model learned from
 * @param deviation of the same
 */
record AstInput(double mean, double deviation) {
  /** Of AudioSet, from the authors of AST. */
  static final AstInput AUDIO_SET = new AstInput(-4.2677393, 4.5689974);

  /** Leaves the filterbank as it is. */
  private static final AstInput NONE = new AstInput(0, 0.5);

  /** By {@code preprocessor_config.json}, if there is one: AudioSet's unless it says otherwise. */
  static AstInput of(Path file) {
    if (!Files.isRegularFile(file)) {
      return AUDIO_SET;
    }
    var config = ConfigFile.read(file);
    int rateHz = config.size("sampling_rate", KaldiFbank.SAMPLE_RATE_HZ);
    if (rateHz != KaldiFbank.SAMPLE_RATE_HZ) {
      throw new InputException(
          "%s: sampling_rate is %d; only %d is computed"
              .formatted(file, rateHz, KaldiFbank.SAMPLE_RATE_HZ));
    }
    var input =
        new AstInput(
            config.anyNumber("mean", AUDIO_SET.mean), config.number("std", AUDIO_SET.deviation));
    if (input.deviation == 0) {
      throw new InputException("%s: std should be above 0".formatted(file));
    }
    return config.flag("do_normalize", true) ? input : NONE;
  }

  /** One value of the filterbank, as the network sees it. */
  float normalised(double value) {
    return (float) ((value - mean) / (2 * deviation));
  }
}
