package org.yuyin.feature.picture;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuyin.feature.Batches;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.FrameExtractor;
import org.yuyin.feature.Modality;
import org.yuyin.feature.WeightsPlaces;
import org.yuyin.feature.WeightsState;
import org.yuyin.media.Frame;
import org.yuyin.media.FrameSampling;

/**
 * The penultimate layer of Inception v3: 2048 values a frame, the mean of the last 8 × 8 map. The
 * weights are those that {@link InceptionSetup} fetches, or a file of one's own under torchvision's
 * names.
 */
public final class InceptionExtractor implements FrameExtractor {
  static final String NAME = "inception-v3";

  // Larger batches gain nothing on a CPU and cost about 60 MB a frame.
  private static final int LARGEST_BATCH = 8;

  private final InceptionSource weights;
  private @Nullable InceptionNet net;

  /** Looks for the weights there when the first frames come. */
  public InceptionExtractor(WeightsPlaces places) {
    this.weights = new InceptionSource(places);
  }

  @Override
  public ExtractorInfo info() {
    return new ExtractorInfo(
        NAME,
        weights.version(),
        Modality.VIDEO,
        InceptionV3.WIDTH,
        "Inception v3 (Szegedy et al. 2015), " + weights.publisher(),
        weights.licence(),
        false);
  }

  @Override
  public Optional<String> unavailable() {
    return weights.unavailable();
  }

  @Override
  public boolean takesWeights() {
    return true;
  }

  @Override
  public Optional<WeightsState> verifyWeights() {
    return Optional.of(weights.verify());
  }

  @Override
  public FrameSampling sampling() {
    return FrameSampling.ofSize(InceptionV3.SIDE, InceptionV3.SIDE);
  }

  @Override
  public float[][] extractFrames(List<Frame> frames) {
    var rows = new float[frames.size()][];
    for (var range : Batches.evenly(frames.size(), LARGEST_BATCH)) {
      extract(frames.subList(range.begin(), range.end()), rows, range.begin());
    }
    return rows;
  }

  private void extract(List<Frame> frames, float[][] rows, int first) {
    var network = network();
    try (var batch = network.batch()) {
      var bytes = batch.create(pixels(frames), shape(frames.size()), DataType.UINT8);
      var pooled = Pool.globalAvgPool2d(network.forward(planes(network, bytes))).toFloatArray();
      for (int row = 0; row < frames.size(); row++) {
        rows[first + row] = new float[InceptionV3.WIDTH];
        System.arraycopy(pooled, row * InceptionV3.WIDTH, rows[first + row], 0, InceptionV3.WIDTH);
      }
    }
  }

  private static Shape shape(int frames) {
    return new Shape(frames, InceptionV3.SIDE, InceptionV3.SIDE, 3);
  }

  /**
   * (batch, height, width, colour) to (batch, colour, height, width) without moving a value:
   * PyTorch then works channels-last throughout, which is half as fast again here as the other way.
   */
  private static NDArray planes(InceptionNet network, NDArray bytes) {
    return network.scale(bytes.toType(DataType.FLOAT32, false)).transpose(0, 3, 1, 2);
  }

  private static ByteBuffer pixels(List<Frame> frames) {
    int side = InceptionV3.SIDE;
    var pixels = ByteBuffer.allocateDirect(frames.size() * side * side * 3);
    for (var frame : frames) {
      if (frame.width() != side || frame.height() != side) {
        throw new IllegalArgumentException(
            "Inception v3 wants frames of %d x %d, got %d x %d"
                .formatted(side, side, frame.width(), frame.height()));
      }
      pixels.put(frame.rgb());
    }
    return pixels.flip();
  }

  private synchronized InceptionNet network() {
    if (net == null) {
      net = weights.load();
    }
    return net;
  }

  @Override
  public synchronized void close() {
    if (net != null) {
      net.close();
      net = null;
    }
  }
}
