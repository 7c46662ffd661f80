package org.yuyin.feature.sound;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.FrameTable;
import org.yuyin.feature.Modality;
import org.yuyin.feature.SoundExtractor;
import org.yuyin.media.Sound;

/**
 * The Kaldi filterbank itself. It is a frame-level feature by nature; a clip's vector is the mean
 * of each band over all frames.
 */
public final class FbankExtractor implements SoundExtractor {
  private static final List<String> COLUMNS =
      IntStream.range(0, KaldiFbank.BANDS).mapToObj("fbank[%d]"::formatted).toList();

  private final KaldiFbank fbank = new KaldiFbank();

  @Override
  public ExtractorInfo info() {
    return new ExtractorInfo(
        "fbank",
        1,
        Modality.AUDIO,
        KaldiFbank.BANDS,
        "Kaldi filterbank with the settings of AST (Gong et al. 2021)",
        "no weights",
        false);
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public OptionalInt sampleRateHz() {
    return OptionalInt.of(KaldiFbank.SAMPLE_RATE_HZ);
  }

  @Override
  public float[] extract(Sound sound) {
    var mean = new Spread(KaldiFbank.BANDS);
    fbank.forEachFrame(
        Silence.padTo(KaldiFbank.FRAME, sound),
        row -> {
          for (int band = 0; band < row.length; band++) {
            mean.add(band, row[band]);
          }
        });
    var vector = new float[KaldiFbank.BANDS];
    for (int band = 0; band < vector.length; band++) {
      vector[band] = (float) mean.mean(band);
    }
    return vector;
  }

  @Override
  public FrameTable extractFrames(Sound sound) {
    return new FrameTable(COLUMNS, KaldiFbank.HOP_SECONDS, fbank.frames(sound));
  }
}
