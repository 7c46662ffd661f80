package org.yuyin.model.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yuyin.feature.Modality;
import org.yuyin.model.DataShape;
import org.yuyin.model.Features;
import org.yuyin.model.InitialWeights;
import org.yuyin.model.PairRows;
import org.yuyin.model.Weights;

/**
 * What one side brings into a network: its features, each standardised, one after the other.
 *
 * @param parts one for each feature
 */
public record StandardisedInput(List<Standardiser> parts) {
  public StandardisedInput {
    parts = List.copyOf(parts);
  }

  /** The features of those modalities. */
  public static StandardisedInput of(Modality... modalities) {
    return new StandardisedInput(List.of(modalities).stream().map(Standardiser::new).toList());
  }

  /** Sound, and with it the emotion where wanted. */
  public static StandardisedInput ofMusic(boolean useEmotion) {
    return useEmotion ? of(Modality.AUDIO, Modality.EMOTION) : of(Modality.AUDIO);
  }

  /** The modalities it reads, and others. */
  public Set<Modality> modalitiesAnd(Modality... others) {
    var all = EnumSet.noneOf(Modality.class);
    parts.forEach(part -> all.add(part.modality()));
    all.addAll(List.of(others));
    return all;
  }

  /** Values in a row. */
  public int width(DataShape shape) {
    return parts.stream().mapToInt(part -> shape.width(part.modality())).sum();
  }

  /** Adds the statistics of all parts. */
  public void initialise(InitialWeights into, PairRows pairs) {
    parts.forEach(part -> part.initialise(into, pairs));
  }

  /** (batch, width). */
  public NDArray apply(Weights weights, Features features) {
    var all = new NDList();
    parts.forEach(part -> all.add(part.apply(weights, features)));
    return all.size() == 1 ? all.singletonOrThrow() : NDArrays.concat(all, 1);
  }
}
