package org.yuyin.feature.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yuyin.feature.Batches;
import org.yuyin.feature.Checkpoint;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.Modality;
import org.yuyin.feature.TextExtractor;
import org.yuyin.feature.WeightsFile;
import org.yuyin.feature.WeightsPlaces;
import org.yuyin.feature.WeightsState;
import org.yuyin.feature.transformer.NetworkWeights;
import org.yuyin.feature.transformer.PublishedModel;
import org.yuyin.feature.transformer.StageObserver;

/**
 * Chinese BERT with whole word masking (Cui et al., "Pre-training with whole word masking for
 * Chinese BERT", 2019), as published in Hugging Face's format: {@code model.safetensors}, {@code
 * config.json}, {@code vocab.txt}. A text's vector is the mean of the last layer over its tokens:
 * of a BERT that was not trained for it, this says more about the meaning than the class token
 * (Reimers, Gurevych, "Sentence-BERT", 2019, table 1).
 */
public final class BertExtractor implements TextExtractor {
  static final String NAME = "bert-wwm";

  private static final int PUBLISHED_WIDTH = 768;
  private static final int MOST_TEXTS = 32;

  private final PublishedModel<BertModel> model;
  private @Nullable WordPieces wordPieces;

  /** Looks for the checkpoint when it is first asked for something. */
  public BertExtractor(WeightsPlaces places) {
    model =
        new PublishedModel<>(
            WeightsFile.named(NAME),
            Checkpoint.at(places.of(NAME)),
            BertModel.PREFIX,
            BertModel::read,
            BertModel.VOCABULARY);
  }

  @Override
  public ExtractorInfo info() {
    return model.info(Modality.TEXT, PUBLISHED_WIDTH);
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
  public float[][] extract(List<String> texts) {
    Tags.requireTexts(texts);
    var pieces = wordPieces();
    var tokens = texts.stream().map(pieces::encode).toList();
    Map<Integer, List<Integer>> byLength = new TreeMap<>();
    for (int text = 0; text < tokens.size(); text++) {
      byLength.computeIfAbsent(tokens.get(text).length, _ -> new ArrayList<>()).add(text);
    }
    var rows = new float[texts.size()][];
    for (var alike : byLength.values()) {
      for (var range : Batches.evenly(alike.size(), MOST_TEXTS)) {
        var some = alike.subList(range.begin(), range.end());
        var means = means(some.stream().map(tokens::get).toArray(long[][]::new));
        for (int row = 0; row < means.length; row++) {
          rows[some.get(row)] = means[row];
        }
      }
    }
    return rows;
  }

  /** One vector for each text, all of one length. */
  private float[][] means(long[][] tokens) {
    return model.run(weights -> means(weights, tokens));
  }

  private float[][] means(NetworkWeights weights, long[][] tokens) {
    var network = model.description().network();
    try (var batch = weights.batch()) {
      var hidden = network.forward(weights, batch.create(tokens), StageObserver.NONE);
      var means = hidden.mean(new int[] {1}).toFloatArray();
      int width = network.config().sizes().width();
      var rows = new float[tokens.length][width];
      for (int row = 0; row < rows.length; row++) {
        System.arraycopy(means, row * width, rows[row], 0, width);
      }
      return rows;
    }
  }

  private synchronized WordPieces wordPieces() {
    if (wordPieces == null) {
      wordPieces = model.description().wordPieces();
    }
    return wordPieces;
  }

  @Override
  public synchronized void close() {
    model.close();
    if (wordPieces != null) {
      wordPieces.close();
      wordPieces = null;
    }
  }
}
