package org.yuyin.feature.transformer;

import org.yuyin.storage.InputException;

/**
 * How large an encoder is, by the fields that all published configurations share.
 *
 * @param width values of a token, {@code hidden_size}
 * @param layers {@code num_hidden_layers}
 * @param heads {@code num_attention_heads}; divides the width
 * @param innerWidth of the feed-forward block, {@code intermediate_size}
 * @param activation {@code hidden_act}
 * @param epsilon of every layer normalisation, {@code layer_norm_eps}
 */
public record EncoderSizes(
    int width, int layers, int heads, int innerWidth, Activation activation, double epsilon) {
  private static final int MOST_LAYERS = 1000;

  // What Hugging Face's configurations of AST and BERT take for a field that is left out.
  private static final int USUAL_WIDTH = 768;
  private static final int USUAL_LAYERS = 12;
  private static final int USUAL_HEADS = 12;
  private static final int USUAL_INNER_WIDTH = 3072;
  private static final double USUAL_EPSILON = 1e-12;

  /** Reads and checks the fields. */
  public static EncoderSizes of(ConfigFile config) {
    var sizes =
        new EncoderSizes(
            config.size("hidden_size", USUAL_WIDTH),
            config.size("num_hidden_layers", USUAL_LAYERS, MOST_LAYERS),
            config.size("num_attention_heads", USUAL_HEADS),
            config.size("intermediate_size", USUAL_INNER_WIDTH),
            activation(config),
            config.number("layer_norm_eps", USUAL_EPSILON));
    if (sizes.width % sizes.heads != 0) {
      throw new InputException(
          "%s: hidden_size %d is no multiple of num_attention_heads %d"
              .formatted(config.file(), sizes.width, sizes.heads));
    }
    return sizes;
  }

  private static Activation activation(ConfigFile config) {
    var name = config.text("hidden_act", "gelu");
    return switch (name) {
      case "gelu" -> Activation.GELU;
      case "relu" -> Activation.RELU;
      default ->
          throw new InputException(
              "%s: hidden_act \"%s\" is not known; gelu and relu are"
                  .formatted(config.file(), name));
    };
  }

  /** In words. */
  public String text() {
    return "%d values from %d layers of %d heads".formatted(width, layers, heads);
  }

  /** A normalisation of this width. */
  public LayerNorm norm(String name) {
    return new LayerNorm(name, width, epsilon);
  }

  /**
   * A layer's attention.
   *
   * @param name prefix of query, key and value
   * @param output name of the projection after it
   * @param biased whether query, key and value have biases
   */
  public SelfAttention attention(String name, String output, boolean biased) {
    return new SelfAttention(
        new Dense(name + ".query", width, width, biased),
        new Dense(name + ".key", width, width, biased),
        new Dense(name + ".value", width, width, biased),
        new Dense(output, width, width),
        heads);
  }

  /** A layer's feed-forward block. */
  public FeedForward feedForward(String inner, String outer) {
    return new FeedForward(
        new Dense(inner, width, innerWidth), activation, new Dense(outer, innerWidth, width));
  }
}
