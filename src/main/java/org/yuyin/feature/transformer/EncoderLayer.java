package org.yuyin.feature.transformer;

import ai.djl.ndarray.NDArray;
import java.util.stream.Stream;
import org.yuyin.storage.TensorShape;

/** One layer of an encoder; the two kinds differ in where they normalise. */
public sealed interface EncoderLayer {
  /** The tensors it needs. */
  Stream<TensorShape> tensors();

  /** (batch, tokens, width) to the same. The input stays the caller's. */
  NDArray apply(NetworkWeights weights, NDArray x);

  /**
   * Normalises what goes into each block: {@code x += attention(norm(x)); x +=
   * feedForward(norm(x))}. The order of vision transformers (Dosovitskiy et al. 2020).
   */
  record PreNorm(
      LayerNorm before, SelfAttention attention, LayerNorm between, FeedForward feedForward)
      implements EncoderLayer {
    @Override
    public Stream<TensorShape> tensors() {
      return Stream.of(
              before.tensors(), attention.tensors(), between.tensors(), feedForward.tensors())
          .flatMap(stream -> stream);
    }

    @Override
    public NDArray apply(NetworkWeights weights, NDArray x) {
      var attended = attention.apply(weights, before.apply(weights, x)).addi(x);
      return feedForward.apply(weights, between.apply(weights, attended)).addi(attended);
    }
  }

  /**
   * Normalises what comes out of each block: {@code x = norm(x + attention(x)); x = norm(x +
   * feedForward(x))}. The order of the first transformer and of BERT (Devlin et al. 2018).
   */
  record PostNorm(
      SelfAttention attention, LayerNorm between, FeedForward feedForward, LayerNorm after)
      implements EncoderLayer {
    @Override
    public Stream<TensorShape> tensors() {
      return Stream.of(
              attention.tensors(), between.tensors(), feedForward.tensors(), after.tensors())
          .flatMap(stream -> stream);
    }

    @Override
    public NDArray apply(NetworkWeights weights, NDArray x) {
      var attended = between.apply(weights, attention.apply(weights, x).addi(x));
      return after.apply(weights, feedForward.apply(weights, attended).addi(attended));
    }
  }
}
