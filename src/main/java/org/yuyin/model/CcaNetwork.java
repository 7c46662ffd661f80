package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yuyin.feature.Modality;
import org.yuyin.model.cca.CanonicalSpace;
import org.yuyin.model.cca.Rows;

/** The network of {@link CcaMethod}: the two projections, found when it is initialised. */
final class CcaNetwork implements Network {
  private final CcaMethod.Settings settings;
  private final List<Modality> ofMusic;
  private final CanonicalSpace space;

  CcaNetwork(CcaMethod.Settings settings, DataShape shape) {
    this.settings = settings;
    ofMusic =
        settings.useEmotion() ? List.of(Modality.AUDIO, Modality.EMOTION) : List.of(Modality.AUDIO);
    int columns =
        Math.min(shape.width(Modality.VIDEO), ofMusic.stream().mapToInt(shape::width).sum());
    space = new CanonicalSpace(Math.min(settings.width(), columns), settings.scale());
  }

  @Override
  public Set<Modality> modalities() {
    var used = EnumSet.copyOf(ofMusic);
    used.add(Modality.VIDEO);
    return used;
  }

  @Override
  public int width() {
    return space.width();
  }

  @Override
  public void initialise(InitialWeights into, PairRows pairs) {
    var video = Rows.of(pairs, List.of(Modality.VIDEO));
    var music = Rows.of(pairs, ofMusic);
    for (var weight : space.solve(video, music, settings.ridge(), settings.standardise())) {
      into.kept(weight.name(), weight.values(), weight.shape());
    }
  }

  @Override
  public NDArray encodeVideo(Weights weights, Features features) {
    return space.video(weights, features.get(Modality.VIDEO)).normalize();
  }

  @Override
  public NDArray encodeMusic(Weights weights, Features features) {
    var parts = new NDList();
    ofMusic.forEach(modality -> parts.add(features.get(modality)));
    return space.music(weights, NDArrays.concat(parts, 1)).normalize();
  }
}
