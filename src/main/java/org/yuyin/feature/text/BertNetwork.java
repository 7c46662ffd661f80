package org.yuyin.feature.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yuyin.feature.transformer.Encoder;
import org.yuyin.feature.transformer.EncoderLayer;
import org.yuyin.feature.transformer.LayerNorm;
import org.yuyin.feature.transformer.NetworkWeights;
import org.yuyin.feature.transformer.StageObserver;
import org.yuyin.storage.TensorShape;

/**
 * BERT (Devlin et al. 2018) without its weights, by Hugging Face's names: embeddings of words,
 * positions and the first segment type, and a post-norm encoder. The pooler, which was trained for
 * telling whether two sentences follow each other, is left out.
 */
record BertNetwork(BertConfig config, LayerNorm first, Encoder encoder) {
  private static final String EMBEDDINGS = "embeddings";
  private static final String WORDS = "embeddings.word_embeddings.weight";
  private static final String POSITIONS = "embeddings.position_embeddings.weight";
  private static final String TYPES = "embeddings.token_type_embeddings.weight";

  static BertNetwork of(BertConfig config) {
    var sizes = config.sizes();
    var layers = IntStream.range(0, sizes.layers()).mapToObj(n -> layer(config, n)).toList();
    return new BertNetwork(config, sizes.norm("embeddings.LayerNorm"), new Encoder(layers));
  }

  private static EncoderLayer layer(BertConfig config, int number) {
    var name = "encoder.layer." + number;
    var sizes = config.sizes();
    return new EncoderLayer.PostNorm(
        sizes.attention(name + ".attention.self", name + ".attention.output.dense", true),
        sizes.norm(name + ".attention.output.LayerNorm"),
        sizes.feedForward(name + ".intermediate.dense", name + ".output.dense"),
        sizes.norm(name + ".output.LayerNorm"));
  }

  /** The tensors it needs. */
  Stream<TensorShape> tensors() {
    long width = config.sizes().width();
    var tables =
        Stream.of(
            TensorShape.of(WORDS, config.words(), width),
            TensorShape.of(POSITIONS, config.positions(), width),
            TensorShape.of(TYPES, config.types(), width));
    return Stream.of(tables, first.tensors(), encoder.tensors()).flatMap(tensors -> tensors);
  }

  /**
   * Runs forward on texts of one length, so that no padding and no mask is needed.
   *
   * @param tokens numbers of the words, (batch, tokens), integers
   * @return (batch, tokens, width), attached to the input's manager
   */
  NDArray forward(NetworkWeights weights, NDArray tokens, StageObserver observer) {
    var embedded = embed(weights, tokens);
    observer.reached(EMBEDDINGS, embedded);
    return encoder.apply(weights, embedded, observer);
  }

  private NDArray embed(NetworkWeights weights, NDArray tokens) {
    long length = tokens.getShape().get(1);
    try (var words =
            Embedding.embedding(tokens, weights.get(WORDS), SparseFormat.DENSE).singletonOrThrow();
        var positions = weights.get(POSITIONS).get(":" + length);
        var type = weights.get(TYPES).get(0)) {
      return first.apply(weights, words.addi(type).addi(positions));
    }
  }
}
