package org.yuyin.feature.text;

import org.yuyin.feature.transformer.ConfigFile;
import org.yuyin.feature.transformer.EncoderSizes;

/**
 * How large a BERT is, by the fields of its {@code config.json}.
 *
 * @param sizes of the encoder
 * @param words rows of the word embedding, {@code vocab_size}
 * @param positions longest text in tokens, {@code max_position_embeddings}
 * @param types kinds of segments, {@code type_vocab_size}; only the first is used
 */
record BertConfig(EncoderSizes sizes, int words, int positions, int types) {
  private static final String TYPE = "bert";
  // What Chinese BERT has.
  private static final int USUAL_WORDS = 21_128;
  private static final int USUAL_POSITIONS = 512;
  private static final int USUAL_TYPES = 2;

  /** Reads and checks the fields. */
  static BertConfig of(ConfigFile file) {
    file.requireType(TYPE);
    return new BertConfig(
        EncoderSizes.of(file),
        file.size("vocab_size", USUAL_WORDS),
        file.size("max_position_embeddings", USUAL_POSITIONS),
        file.size("type_vocab_size", USUAL_TYPES));
  }
}
