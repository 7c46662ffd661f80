package org.yuyin.feature.text;

import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.Modality;
import org.yuyin.feature.TextExtractor;
import org.yuyin.storage.InputException;

/**
 * BGE-small-zh v1.5, a Chinese BERT of 512 values whose vectors have length 1. Its 8-bit weights
 * come with a library, so it is always there; once loaded they (24 MB) stay until the program ends.
 */
public final class BgeTextExtractor implements TextExtractor {
  private static final int WIDTH = 512;

  private @Nullable BgeSmallZhV15QuantizedEmbeddingModel model;

  @Override
  public ExtractorInfo info() {
    return new ExtractorInfo(
        "bge-small-zh",
        1,
        Modality.TEXT,
        WIDTH,
        "BGE-small-zh v1.5 (BAAI), 8-bit ONNX",
        "MIT, Beijing Academy of Artificial Intelligence",
        false);
  }

  @Override
  public float[][] extract(List<String> texts) {
    var loaded = model();
    var rows = new float[texts.size()][];
    for (int row = 0; row < rows.length; row++) {
      var text = texts.get(row);
      if (text.isBlank()) {
        throw new InputException("a tag is empty: every tag needs a text");
      }
      // One at a time: batches would be padded to the longest text and round differently.
      rows[row] = loaded.embed(text).content().vector();
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
