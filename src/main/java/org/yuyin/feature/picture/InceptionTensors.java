package org.yuyin.feature.picture;

import java.util.ArrayList;
import java.util.List;
import org.yuyin.feature.picture.Layer.AveragePool;
import org.yuyin.feature.picture.Layer.Branches;
import org.yuyin.feature.picture.Layer.Chain;
import org.yuyin.feature.picture.Layer.Convolution;
import org.yuyin.feature.picture.Layer.MaximumPool;
import org.yuyin.storage.TensorShape;

/** Works out which tensors a network of layers needs, from its input's channels on. */
final class InceptionTensors {
  private final boolean scaled;
  private final List<TensorShape> tensors = new ArrayList<>();

  private InceptionTensors(boolean scaled) {
    this.scaled = scaled;
  }

  /**
   * The tensors of a body.
   *
   * @param channels of its input
   */
  static List<TensorShape> of(Layer body, int channels, InceptionFlavour flavour) {
    var found = new InceptionTensors(flavour.scalesNormalised());
    found.add(body, channels);
    return found.tensors;
  }

  /** Adds a layer's tensors and gives the channels of its output. */
  private int add(Layer layer, int channels) {
    return switch (layer) {
      case Convolution convolution -> addConvolution(convolution, channels);
      case MaximumPool _, AveragePool _ -> channels;
      case Chain(var layers) -> {
        int current = channels;
        for (var next : layers) {
          current = add(next, current);
        }
        yield current;
      }
      case Branches(var branches) ->
          branches.stream().mapToInt(branch -> add(branch, channels)).sum();
    };
  }

  private int addConvolution(Convolution layer, int channels) {
    int filters = layer.filters();
    var kernel = layer.name() + ".conv.weight";
    tensors.add(TensorShape.of(kernel, filters, channels, layer.height(), layer.width()));
    if (scaled) {
      tensors.add(TensorShape.of(layer.name() + ".bn.weight", filters));
    }
    for (var name : List.of(".bn.bias", ".bn.running_mean", ".bn.running_var")) {
      tensors.add(TensorShape.of(layer.name() + name, filters));
    }
    return filters;
  }
}
