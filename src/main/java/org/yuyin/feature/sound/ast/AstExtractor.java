package org.yuyin.feature.sound.ast;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.yuyin.feature.Batches;
import org.yuyin.feature.Checkpoint;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.FrameTable;
import org.yuyin.feature.Modality;
import org.yuyin.feature.TemporalMean;
import org.yuyin.feature.WeightsFile;
import org.yuyin.feature.WeightsPlaces;
import org.yuyin.feature.WeightsState;
import org.yuyin.feature.sound.KaldiFbank;
import org.yuyin.feature.sound.Silence;
import org.yuyin.feature.sound.SpectrogramExtractor;
import org.yuyin.feature.sound.Spectrograms;
import org.yuyin.feature.transformer.NetworkWeights;
import org.yuyin.feature.transformer.PublishedModel;
import org.yuyin.feature.transformer.StageObserver;
import org.yuyin.media.Sound;
import org.yuyin.storage.InputException;

/**
 * The Audio Spectrogram Transformer (Gong, Chung, Glass, Interspeech 2021) as published in Hugging
 * Face's format: {@code model.safetensors} and {@code config.json}. A clip's vector is the mean of
 * class and distillation token, averaged over windows that cover all of it.
 */
public final class AstExtractor implements SpectrogramExtractor {
  static final String NAME = "ast";

  private static final int PUBLISHED_WIDTH = 768;
  // Scores and weights of attention are what a batch needs most memory for.
  private static final long ATTENTION_BYTES = 512L << 20;
  private static final int MOST_WINDOWS = 16;

  private final PublishedModel<AstModel> model;

  /** Looks for the checkpoint when it is first asked for something. */
  public AstExtractor(WeightsPlaces places) {
    model =
        new PublishedModel<>(
            WeightsFile.named(NAME),
            Checkpoint.at(places.of(NAME)),
            AstModel.PREFIX,
            AstModel::read);
  }

  @Override
  public ExtractorInfo info() {
    return model.info(Modality.AUDIO, PUBLISHED_WIDTH);
  }

  @Override
  public Optional<String> unavailable() {
    return model.unavailable();
  }

  @Override
  public boolean takesWeights() {
    return true;
  }

  @Override
  public Optional<WeightsState> verifyWeights() {
    return Optional.of(model.verify());
  }

  @Override
  public OptionalInt sampleRateHz() {
    return OptionalInt.of(KaldiFbank.SAMPLE_RATE_HZ);
  }

  @Override
  public Spectrograms spectrograms(Sound sound) {
    var input = model.description().input();
    var config = config();
    var rows = new ArrayList<float[]>();
    new KaldiFbank(config.bands())
        .forEachFrame(
            Silence.padTo(KaldiFbank.FRAME, sound), row -> rows.add(normalised(input, row)));
    return Spectrograms.covering(
        rows.toArray(float[][]::new), config.frames(), input.normalised(0), KaldiFbank.HOP_SECONDS);
  }

  private static float[] normalised(AstInput input, float[] row) {
    var normalised = new float[row.length];
    for (int band = 0; band < row.length; band++) {
      normalised[band] = input.normalised(row[band]);
    }
    return normalised;
  }

  @Override
  public Spectrograms spectrograms(Path npy) {
    var config = config();
    return Spectrograms.read(npy, config.frames(), config.bands(), KaldiFbank.HOP_SECONDS);
  }

  @Override
  public float[] extract(Spectrograms spectrograms) {
    return TemporalMean.of(pooled(spectrograms));
  }

  @Override
  public FrameTable extractFrames(Spectrograms spectrograms) {
    return new FrameTable(columns(), spectrograms.hopSeconds(), pooled(spectrograms));
  }

  private float[][] pooled(Spectrograms spectrograms) {
    var rows = new ArrayList<float[]>();
    forward(spectrograms, StageObserver.NONE, rows);
    return rows.toArray(float[][]::new);
  }

  @Override
  public List<String> stages() {
    return model.description().network().stages();
  }

  @Override
  public float[][] stage(String name, Spectrograms spectrograms) {
    if (!stages().contains(name)) {
      throw new InputException(
          "%s has no stage \"%s\"; there are %s"
              .formatted(NAME, name, String.join(", ", stages())));
    }
    var rows = new ArrayList<float[]>();
    StageObserver observer =
        (stage, values) -> {
          if (stage.equals(name)) {
            rows.addAll(rows(values));
          }
        };
    forward(spectrograms, observer, new ArrayList<>());
    return rows.toArray(float[][]::new);
  }

  /** Every index but the last counts rows. */
  private static List<float[]> rows(NDArray values) {
    var all = values.toFloatArray();
    int width = (int) values.getShape().get(values.getShape().dimension() - 1);
    var rows = new ArrayList<float[]>();
    for (int at = 0; at < all.length; at += width) {
      rows.add(Arrays.copyOfRange(all, at, at + width));
    }
    return rows;
  }

  private AstConfig config() {
    return model.description().network().config();
  }

  /** Appends each window's vector to {@code pooled}. */
  private void forward(Spectrograms spectrograms, StageObserver observer, List<float[]> pooled) {
    for (var range : Batches.evenly(spectrograms.windows(), windowsAtOnce(config()))) {
      var values = values(spectrograms, range, config());
      pooled.addAll(model.run(weights -> forward(weights, values, range, observer)));
    }
  }

  private List<float[]> forward(
      NetworkWeights weights, ByteBuffer values, Batches.Range range, StageObserver observer) {
    try (var batch = weights.batch()) {
      var shape = new Shape(range.size(), config().frames(), config().bands());
      var windows = batch.create(values, shape, DataType.FLOAT32);
      return rows(model.description().network().forward(weights, windows, observer));
    }
  }

  private static int windowsAtOnce(AstConfig config) {
    long scores = (long) config.tokens() * config.tokens() * config.sizes().heads();
    return Math.clamp(ATTENTION_BYTES / (2 * Float.BYTES * scores), 1, MOST_WINDOWS);
  }

  private static ByteBuffer values(
      Spectrograms spectrograms, Batches.Range range, AstConfig config) {
    int bytes = Math.multiplyExact(range.size() * Float.BYTES, config.frames() * config.bands());
    var values = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    var floats = values.asFloatBuffer();
    for (int window = range.begin(); window < range.end(); window++) {
      spectrograms.put(window, config.bands(), floats);
    }
    return values;
  }

  @Override
  public void close() {
    model.close();
  }
}
