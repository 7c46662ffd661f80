package org.yuyin.feature.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.yuyin.feature.SoundExtractor;

class FbankExtractorTest extends SoundExtractorContract {
  private final FbankExtractor extractor = new FbankExtractor();

  @Override
  protected SoundExtractor extractor() {
    return extractor;
  }

  @Test
  void aClipsVectorIsTheMeanOfItsFrames() {
    var clip = Clips.wav("emobase/audio/s06_speech_16k.wav");
    var rows = extractor.extractFrames(clip).rows();
    double sum = 0;
    for (var row : rows) {
      sum += row[40];
    }
    assertThat((double) extractor.extract(clip)[40]).isCloseTo(sum / rows.length, within(1e-5));
  }
}
