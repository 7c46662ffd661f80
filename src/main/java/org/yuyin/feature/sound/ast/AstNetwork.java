package org.yuyin.feature.sound.ast;

import static java.util.stream.Stream.concat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yuyin.feature.transformer.Dense;
import org.yuyin.feature.transformer.Encoder;
import org.yuyin.feature.transformer.EncoderLayer;
import org.yuyin.feature.transformer.LayerNorm;
import org.yuyin.feature.transformer.NetworkWeights;
import org.yuyin.feature.transformer.StageObserver;
import org.yuyin.storage.TensorShape;

/**
 * The Audio Spectrogram Transformer (Gong, Chung, Glass, Interspeech 2021) without its weights, by
 * Hugging Face's names: patches of a spectrogram, class and distillation token, a pre-norm encoder,
 * and the mean of the two tokens as the clip's vector.
 *
 * @param head the classifier, where the checkpoint has one
 */
record AstNetwork(AstConfig config, Encoder encoder, LayerNorm last, Optional<Head> head) {
  static final String CLASSIFIER = "classifier.dense";
  private static final String EMBEDDINGS = "embeddings";
  private static final String LAST_HIDDEN_STATE = "last_hidden_state";
  private static final String POOLER_OUTPUT = "pooler_output";
  private static final String LOGITS = "logits";
  private static final String PATCHES = "embeddings.patch_embeddings.projection";
  private static final String CLASS_TOKEN = "embeddings.cls_token";
  private static final String DISTILLATION_TOKEN = "embeddings.distillation_token";
  private static final String POSITIONS = "embeddings.position_embeddings";
  private static final Shape NO_PADDING = new Shape(0, 0);

  /** The classifier: normalisation and a dense layer. */
  record Head(LayerNorm norm, Dense dense) {}

  /**
   * Of that size.
   *
   * @param labels of the classifier; 0 leaves it out
   */
  static AstNetwork of(AstConfig config, int labels) {
    var sizes = config.sizes();
    var layers = IntStream.range(0, sizes.layers()).mapToObj(n -> layer(config, n)).toList();
    var head = new Head(sizes.norm("classifier.layernorm"), classifier(sizes.width(), labels));
    return new AstNetwork(
        config,
        new Encoder(layers),
        sizes.norm("layernorm"),
        labels == 0 ? Optional.empty() : Optional.of(head));
  }

  private static Dense classifier(int width, int labels) {
    return new Dense(CLASSIFIER, width, labels);
  }

  private static EncoderLayer layer(AstConfig config, int number) {
    var name = "encoder.layer." + number;
    var sizes = config.sizes();
    return new EncoderLayer.PreNorm(
        sizes.norm(name + ".layernorm_before"),
        sizes.attention(
            name + ".attention.attention", name + ".attention.output.dense", config.biased()),
        sizes.norm(name + ".layernorm_after"),
        sizes.feedForward(name + ".intermediate.dense", name + ".output.dense"));
  }

  /** The tensors it needs. */
  Stream<TensorShape> tensors() {
    var headed = head.stream().flatMap(own -> concat(own.norm().tensors(), own.dense().tensors()));
    return Stream.of(embeddingTensors(), encoder.tensors(), last.tensors(), headed)
        .flatMap(tensors -> tensors);
  }

  private Stream<TensorShape> embeddingTensors() {
    long width = config.sizes().width();
    return Stream.of(
        TensorShape.of(CLASS_TOKEN, 1, 1, width),
        TensorShape.of(DISTILLATION_TOKEN, 1, 1, width),
        TensorShape.of(PATCHES + ".weight", width, 1, config.patch(), config.patch()),
        TensorShape.of(PATCHES + ".bias", width),
        TensorShape.of(POSITIONS, 1, config.tokens(), width));
  }

  /** What an observer is shown, first to last. */
  List<String> stages() {
    var behind = Stream.of(LAST_HIDDEN_STATE, POOLER_OUTPUT);
    var headed = head.isPresent() ? Stream.of(LOGITS) : Stream.<String>empty();
    return Stream.of(Stream.of(EMBEDDINGS), encoder.stages(), behind, headed)
        .flatMap(stages -> stages)
        .toList();
  }

  /**
   * Runs forward.
   *
   * @param windows (batch, frames, bands)
   * @return the mean of class and distillation token, (batch, width), attached to the input's
   *     manager
   */
  NDArray forward(NetworkWeights weights, NDArray windows, StageObserver observer) {
    var embedded = embed(weights, windows);
    observer.reached(EMBEDDINGS, embedded);
    try (var encoded = encoder.apply(weights, embedded, observer);
        var hidden = last.apply(weights, encoded)) {
      observer.reached(LAST_HIDDEN_STATE, hidden);
      var pooled = hidden.get(":, 0").add(hidden.get(":, 1")).divi(AstConfig.FIRST_TOKENS);
      observer.reached(POOLER_OUTPUT, pooled);
      head.ifPresent(own -> observer.reached(LOGITS, logits(own, weights, pooled)));
      return pooled;
    }
  }

  private static NDArray logits(Head head, NetworkWeights weights, NDArray pooled) {
    return head.dense().apply(weights, head.norm().apply(weights, pooled));
  }

  /** Patches are counted band row by band row: number = row × columns + column. */
  private NDArray embed(NetworkWeights weights, NDArray windows) {
    long batch = windows.getShape().get(0);
    long width = config.sizes().width();
    // To (batch, 1, bands, frames): an image whose height is the frequency.
    try (var image = windows.transpose(0, 2, 1).expandDims(1);
        var map = project(weights, image);
        var patches = map.reshape(batch, width, -1).transpose(0, 2, 1);
        var classes = weights.get(CLASS_TOKEN).repeat(0, batch);
        var distillations = weights.get(DISTILLATION_TOKEN).repeat(0, batch)) {
      classes.attach(windows.getManager());
      distillations.attach(windows.getManager());
      return NDArrays.concat(new NDList(classes, distillations, patches), 1)
          .addi(weights.get(POSITIONS));
    }
  }

  private NDArray project(NetworkWeights weights, NDArray image) {
    var stride = new Shape(config.bandStride(), config.frameStride());
    return Conv2d.conv2d(
            image,
            weights.get(PATCHES + ".weight"),
            weights.get(PATCHES + ".bias"),
            stride,
            NO_PADDING)
        .singletonOrThrow();
  }
}
