package org.yuyin.feature.text;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.yuyin.feature.Checkpoint;
import org.yuyin.feature.WeightsVersion;
import org.yuyin.feature.transformer.ConfigFile;
import org.yuyin.feature.transformer.PublishedModel;
import org.yuyin.feature.transformer.PublishedTensors;
import org.yuyin.storage.Sha256;
import org.yuyin.storage.TensorShape;

/**
 * What is known of a published BERT before its weights are loaded.
 *
 * @param vocabulary file with one word piece a line
 * @param lowerCase whether texts lose capitals and accents first
 */
record BertModel(BertNetwork network, Path vocabulary, boolean lowerCase, int version)
    implements PublishedModel.Description {
  /** Before the tensors' names in a file that has a head. */
  static final String PREFIX = "bert.";

  static final String VOCABULARY = "vocab.txt";
  private static final String TOKENISER = "tokenizer_config.json";

  /** Reads configuration and header. */
  static BertModel read(Checkpoint place, PublishedTensors file) {
    var config = BertConfig.of(ConfigFile.read(place.config()));
    var vocabulary = place.beside(VOCABULARY);
    boolean lowerCase = lowerCase(place.beside(TOKENISER));
    var facts = config + " " + lowerCase + " " + Sha256.of(vocabulary);
    return new BertModel(
        BertNetwork.of(config),
        vocabulary,
        lowerCase,
        WeightsVersion.of(file.fingerprint(), facts));
  }

  private static boolean lowerCase(Path file) {
    return !java.nio.file.Files.isRegularFile(file)
        || ConfigFile.read(file).flag("do_lower_case", true);
  }

  /** Opens its tokeniser. */
  WordPieces wordPieces() {
    return WordPieces.read(
        vocabulary, lowerCase, network.config().words(), network.config().positions());
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
    return "%s, %d word pieces"
        .formatted(network.config().sizes().text(), network.config().words());
  }
}
