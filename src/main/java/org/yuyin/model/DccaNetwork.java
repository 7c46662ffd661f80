package org.yuyin.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yuyin.feature.Modality;
import org.yuyin.model.block.StandardisedInput;
import org.yuyin.model.block.Tower;
import org.yuyin.model.cca.CanonicalSpace;
import org.yuyin.model.cca.Rows;
import org.yuyin.model.loss.CorrelationLoss;

/**
 * The network of {@link DccaMethod}: each side standardised and passed through two layers, trained
 * for the total correlation of the outputs; on top the linear analysis of all training pairs'
 * outputs. While learning the loss is the batch's own total correlation; measured on other pairs,
 * it is that of the points the analysis gives them, since few pairs correlate wholly with
 * themselves.
 */
final class DccaNetwork implements SolvedNetwork {
  private static final int[] ROWS = {0};
  private static final double EPSILON = 1e-12;

  private final DccaMethod.Settings settings;
  private final StandardisedInput videoInput = StandardisedInput.of(Modality.VIDEO);
  private final StandardisedInput musicInput;
  private final Tower videoTower;
  private final Tower musicTower;
  private final CanonicalSpace space;
  private final CorrelationLoss correlation;

  DccaNetwork(DccaMethod.Settings settings, DataShape shape) {
    this.settings = settings;
    int width = settings.width();
    musicInput = StandardisedInput.ofMusic(settings.useEmotion());
    videoTower = Tower.of("video", videoInput.width(shape), settings.hidden(), width);
    musicTower = Tower.of("music", musicInput.width(shape), settings.hidden(), width);
    space = new CanonicalSpace(width, settings.scale());
    correlation =
        new CorrelationLoss(settings.ridge(), settings.most() == 0 ? width : settings.most());
  }

  @Override
  public Set<Modality> modalities() {
    return musicInput.modalitiesAnd(Modality.VIDEO);
  }

  @Override
  public int width() {
    return settings.width();
  }

  @Override
  public void initialise(InitialWeights into, PairRows pairs) {
    videoInput.initialise(into, pairs);
    musicInput.initialise(into, pairs);
    videoTower.initialise(into);
    musicTower.initialise(into);
    space.initialise(into, width(), width());
  }

  @Override
  public NDArray encodeVideo(Weights weights, Features features) {
    return space.video(weights, video(weights, features)).normalize();
  }

  @Override
  public NDArray encodeMusic(Weights weights, Features features) {
    return space.music(weights, music(weights, features)).normalize();
  }

  private NDArray video(Weights weights, Features features) {
    return videoTower.apply(weights, videoInput.apply(weights, features), Pass.encoding());
  }

  private NDArray music(Weights weights, Features features) {
    return musicTower.apply(weights, musicInput.apply(weights, features), Pass.encoding());
  }

  @Override
  public Losses losses(Weights weights, Batch batch, Step step) {
    var video = video(weights, batch.features());
    var music = music(weights, batch.features());
    var loss =
        step.training()
            ? correlation.loss(video, music)
            : correlations(space.video(weights, video), space.music(weights, music)).sum().neg();
    return new Losses(loss, Map.of("correlation", loss.neg()));
  }

  /** Of each column of x with that column of y; 0 where one is constant. */
  private static NDArray correlations(NDArray x, NDArray y) {
    var fromX = x.sub(x.mean(ROWS));
    var fromY = y.sub(y.mean(ROWS));
    var both = fromX.mul(fromY).sum(ROWS);
    var squares = fromX.square().sum(ROWS).mul(fromY.square().sum(ROWS));
    return both.div(squares.add(EPSILON).sqrt());
  }

  @Override
  public List<WeightValues> solve(Weights weights, TrainingPairs pairs) {
    var video = new ArrayList<double[]>();
    var music = new ArrayList<double[]>();
    pairs.forEach(
        batch -> {
          add(video, video(weights, batch.features()));
          add(music, music(weights, batch.features()));
        });
    return space.solve(
        Rows.of(video.toArray(double[][]::new)),
        Rows.of(music.toArray(double[][]::new)),
        settings.finalRidge(),
        true);
  }

  private void add(List<double[]> rows, NDArray outputs) {
    var flat = outputs.toFloatArray();
    for (int from = 0; from < flat.length; from += width()) {
      var row = new double[width()];
      for (int column = 0; column < row.length; column++) {
        row[column] = flat[from + column];
      }
      rows.add(row);
    }
  }
}
