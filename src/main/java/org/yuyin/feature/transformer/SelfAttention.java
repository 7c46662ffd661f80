package org.yuyin.feature.transformer;

import ai.djl.ndarray.NDArray;
import java.util.stream.Stream;
import org.yuyin.storage.TensorShape;

/**
 * Multi-head self-attention over all tokens (Vaswani et al., "Attention is all you need", 2017),
 * without a mask. Heads are consecutive slices of the width.
 *
 * @param output the projection of the joined heads
 */
public record SelfAttention(Dense query, Dense key, Dense value, Dense output, int heads) {
  /** Values of one head. */
  private int headWidth() {
    return query.outputs() / heads;
  }

  /** The tensors it needs. */
  public Stream<TensorShape> tensors() {
    return Stream.of(query, key, value, output).flatMap(Dense::tensors);
  }

  /** (batch, tokens, width) to the same. The input stays the caller's. */
  public NDArray apply(NetworkWeights weights, NDArray x) {
    var queries = byHead(query.apply(weights, x)).muli(1 / Math.sqrt(headWidth()));
    var keys = byHead(key.apply(weights, x)).transpose(0, 1, 3, 2);
    var values = byHead(value.apply(weights, x));
    try (var attention = attention(queries, keys)) {
      var joined = attention.matMul(values).transpose(0, 2, 1, 3).reshape(x.getShape());
      return output.apply(weights, joined);
    }
  }

  /** The largest arrays of all, (batch, heads, tokens, tokens): the first goes at once. */
  private static NDArray attention(NDArray queries, NDArray keys) {
    try (var scores = queries.matMul(keys)) {
      return scores.softmax(-1);
    }
  }

  /** (batch, tokens, width) to (batch, heads, tokens, head width). */
  private NDArray byHead(NDArray x) {
    return x.reshape(x.getShape().get(0), x.getShape().get(1), heads, headWidth())
        .transpose(0, 2, 1, 3);
  }
}
