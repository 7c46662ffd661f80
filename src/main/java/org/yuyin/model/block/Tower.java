package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.Pass;
import org.yuyin.model.Weights;

/**
 * A stack of linear layers with a ReLU after each but the last; before the ReLU batch normalisation
 * where wanted, after it dropout.
 *
 * @param layers in order
 * @param norms one for each layer but the last, or none at all
 */
public record Tower(List<LinearLayer> layers, List<BatchNorm> norms, Dropout dropout) {
  public Tower {
    layers = List.copyOf(layers);
    norms = List.copyOf(norms);
  }

  /**
   * A stack whose weights start with {@code name}.
   *
   * @param widths of the layers' outputs
   */
  public static Tower of(String name, int inputs, int... widths) {
    var layers = new ArrayList<LinearLayer>();
    for (int i = 0; i < widths.length; i++) {
      int from = i == 0 ? inputs : widths[i - 1];
      layers.add(new LinearLayer("%s.layer%d".formatted(name, i + 1), from, widths[i]));
    }
    return new Tower(layers, List.of(), new Dropout(0));
  }

  /** The same with batch normalisation. */
  public Tower normalised() {
    var added =
        layers.subList(0, layers.size() - 1).stream()
            .map(layer -> new BatchNorm(layer.name() + ".norm", layer.outputs()))
            .toList();
    return new Tower(layers, added, dropout);
  }

  /** The same with dropout. */
  public Tower dropping(double rate) {
    return new Tower(layers, norms, new Dropout(rate));
  }

  /** Adds the weights of all layers. */
  public void initialise(InitialWeights into) {
    layers.forEach(layer -> layer.initialise(into));
    norms.forEach(norm -> norm.initialise(into));
  }

  /** (batch, inputs) to (batch, last width). */
  public NDArray apply(Weights weights, NDArray x, Pass pass) {
    var values = x;
    for (int i = 0; i < layers.size(); i++) {
      values = layers.get(i).apply(weights, values);
      if (i < layers.size() - 1) {
        if (!norms.isEmpty()) {
          values = norms.get(i).apply(weights, values, pass);
        }
        values = dropout.apply(Activation.relu(values), pass);
      }
    }
    return values;
  }
}
