package org.yuyin.feature.sound.ast;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.yuyin.feature.Checkpoint;
import org.yuyin.feature.WeightsVersion;
import org.yuyin.feature.transformer.ConfigFile;
import org.yuyin.feature.transformer.PublishedModel;
import org.yuyin.feature.transformer.PublishedTensors;
import org.yuyin.storage.TensorShape;

/**
 * What is known of a published AST before its weights are loaded.
 *
 * @param input how its input is normalised
 */
record AstModel(AstNetwork network, AstInput input, int version)
    implements PublishedModel.Description {
  /** Before the tensors' names in a file that has a classifier. */
  static final String PREFIX = "audio_spectrogram_transformer.";

  private static final String PREPROCESSING = "preprocessor_config.json";

  /** Reads configuration and header. */
  static AstModel read(Checkpoint place, PublishedTensors file) {
    var config = AstConfig.of(ConfigFile.read(place.config()));
    var input = AstInput.of(place.beside(PREPROCESSING));
    return new AstModel(
        AstNetwork.of(config, labels(file)),
        input,
        WeightsVersion.of(file.fingerprint(), config.toString(), input.toString()));
  }

  private static int labels(PublishedTensors file) {
    var weight = AstNetwork.CLASSIFIER + ".weight";
    return file.has(weight) ? (int) LongStream.of(file.shape(weight)).findFirst().orElse(1) : 0;
  }

  @Override
  public Stream<TensorShape> tensors() {
    return network.tensors();
  }

  @Override
  public int width() {
    return network.config().sizes().width();
  }

  @Override
  public String sizes() {
    var config = network.config();
    return "%s, windows of %d frames and %d bands"
        .formatted(config.sizes().text(), config.frames(), config.bands());
  }
}
