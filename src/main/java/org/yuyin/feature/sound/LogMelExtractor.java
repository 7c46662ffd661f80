package org.yuyin.feature.sound;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.FrameTable;
import org.yuyin.feature.Modality;
import org.yuyin.feature.SoundExtractor;
import org.yuyin.media.Sound;

/**
 * Statistics of the Kaldi filterbank over a clip, 6 for each of 128 bands, statistic after
 * statistic: what stands in for the Audio Spectrogram Transformer where its weights are not there.
 * Works on the filterbank normalised as AST's input is. See {@link LogMelStatistics} for the six.
 */
public final class LogMelExtractor implements SoundExtractor {
  /** Mean of the filterbank over AudioSet, from the AST authors. */
  private static final double AST_MEAN = -4.2677393;

  /** Deviation of the filterbank over AudioSet, from the AST authors, who divide by twice of it. */
  private static final double AST_DEVIATION = 4.5689974;

  private static final List<String> FRAME_COLUMNS = bands("logmel").toList();
  private static final List<String> CLIP_COLUMNS =
      Stream.of(
              "mean",
              "deviation",
              "delta_mean",
              "delta_deviation",
              "second_deviation",
              "second_change")
          .flatMap(statistic -> bands("logmel_" + statistic))
          .toList();

  private final KaldiFbank fbank = new KaldiFbank();

  @Override
  public ExtractorInfo info() {
    return new ExtractorInfo(
        "logmel",
        1,
        Modality.AUDIO,
        CLIP_COLUMNS.size(),
        "statistics of the Kaldi filterbank, in place of AST",
        "no weights",
        true);
  }

  @Override
  public List<String> columns() {
    return CLIP_COLUMNS;
  }

  @Override
  public OptionalInt sampleRateHz() {
    return OptionalInt.of(KaldiFbank.SAMPLE_RATE_HZ);
  }

  @Override
  public float[] extract(Sound sound) {
    var statistics = new LogMelStatistics(KaldiFbank.BANDS);
    forEachFrame(Silence.padTo(KaldiFbank.FRAME, sound), statistics::add);
    return statistics.vector();
  }

  /** The normalised filterbank, the values that the statistics are of. */
  @Override
  public FrameTable extractFrames(Sound sound) {
    var rows = Stream.<float[]>builder();
    forEachFrame(sound, row -> rows.add(row.clone()));
    return new FrameTable(
        FRAME_COLUMNS, KaldiFbank.HOP_SECONDS, rows.build().toArray(float[][]::new));
  }

  private void forEachFrame(Sound sound, Consumer<float[]> rows) {
    fbank.forEachFrame(
        sound,
        row -> {
          for (int band = 0; band < row.length; band++) {
            row[band] = (float) ((row[band] - AST_MEAN) / (2 * AST_DEVIATION));
          }
          rows.accept(row);
        });
  }

  private static Stream<String> bands(String name) {
    return IntStream.range(0, KaldiFbank.BANDS).mapToObj(band -> "%s[%d]".formatted(name, band));
  }
}
