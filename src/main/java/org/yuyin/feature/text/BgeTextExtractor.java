package org.yuyin.feature.text;

import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.Modality;
import org.yuyin.feature.TextExtractor;

/**
 * BGE-small-zh v1.5, a Chinese BERT of 512 values whose vectors have length 1. Its 8-bit weights
 * come with a library, so it is always there; once loaded they (24 MB) stay until the program ends.
 * English tags work too, less well; they lose their capitals, which the vocabulary does not know.
 */
public final class BgeTextExtractor implements TextExtractor {
  private static final int WIDTH = 512;

  private @Nullable BgeSmallZhV15QuantizedEmbeddingModel model;

  @Override
  public ExtractorInfo info() {
    return new ExtractorInfo(
        "bge-small-zh",
        2,
        Modality.TEXT,
        WIDTH,
        "BGE-small-zh v1.5 (BAAI), 8-bit ONNX",
        "MIT, Beijing Academy of Artificial Intelligence",
        false);
  }

  @Override
  public float[][] extract(List<String> texts) {
    Tags.requireTexts(texts);
    var loaded = model();
    var rows = new float[texts.size()][];
    for (int row = 0; row < rows.length; row++) {
      // One at a time: batches would be padded to the longest text and round differently.
      rows[row] = loaded.embed(texts.get(row).toLowerCase(Locale.ROOT)).content().vector();
    }
    return rows;
  }

  private synchronized BgeSmallZhV15QuantizedEmbeddingModel model() {
    if (model == null) {
      model = new BgeSmallZhV15QuantizedEmbeddingModel(Runnable::run);
    }
    return model;
  }
}
