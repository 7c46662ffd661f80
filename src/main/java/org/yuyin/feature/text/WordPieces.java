package org.yuyin.feature.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;

/**
 * Cuts texts into the word pieces of a BERT (Wu et al. 2016, Devlin et al. 2018) by Hugging Face's
 * tokenisers, from a {@code vocab.txt}: each Chinese character by itself, other words by their
 * longest known beginnings. Any thread may use it.
 */
final class WordPieces implements AutoCloseable {
  private static final String UNKNOWN = "[UNK]";
  private static final String START = "[CLS]";
  private static final String END = "[SEP]";
  private static final String CONTINUED = "##";
  // A longer word is unknown as a whole, as in the original.
  private static final int LONGEST_WORD = 100;
  private static final Map<String, String> OPTIONS =
      Map.of("addSpecialTokens", "true", "truncation", "false", "padding", "false");

  private final HuggingFaceTokenizer tokeniser;
  private final int longest;

  private WordPieces(HuggingFaceTokenizer tokeniser, int longest) {
    this.tokeniser = tokeniser;
    this.longest = longest;
  }

  /**
   * Reads a vocabulary.
   *
   * @param file UTF-8, one piece a line, numbered from 0
   * @param lowerCase whether texts lose capitals and accents first
   * @param words most pieces that the network knows
   * @param longest most tokens of a text; a longer one is cut, its end token kept
   */
  static WordPieces read(Path file, boolean lowerCase, int words, int longest) {
    var vocabulary = vocabulary(file);
    if (vocabulary.size() > words) {
      throw new InputException(
          "%s has %d word pieces, more than the %d that the network knows"
              .formatted(file, vocabulary.size(), words));
    }
    for (var token : new String[] {UNKNOWN, START, END}) {
      if (!vocabulary.containsKey(token)) {
        throw new InputException("%s lacks the word piece %s".formatted(file, token));
      }
    }
    try {
      var json = new ObjectMapper().writeValueAsBytes(description(vocabulary, lowerCase));
      var tokeniser = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), OPTIONS);
      return new WordPieces(tokeniser, longest);
    } catch (IOException e) {
      throw IoProblems.reading(file, e);
    }
  }

  private static Map<String, Integer> vocabulary(Path file) {
    try {
      Map<String, Integer> vocabulary = new LinkedHashMap<>();
      int number = 0;
      for (var line : Files.readString(file).split("\n", 0)) {
        var piece = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        if (vocabulary.put(piece, number) != null) {
          throw new InputException(
              "%s: line %d repeats the word piece \"%s\"".formatted(file, number + 1, piece));
        }
        number++;
      }
      return vocabulary;
    } catch (CharacterCodingException e) {
      throw new InputException("%s is not a text in UTF-8".formatted(file), e);
    } catch (IOException e) {
      throw IoProblems.reading(file, e);
    }
  }

  /** What the library reads: the format of {@code tokenizer.json}. */
  private static ObjectNode description(Map<String, Integer> vocabulary, boolean lowerCase) {
    var json = new ObjectMapper().createObjectNode().put("version", "1.0");
    json.putArray("added_tokens");
    json.putObject("normalizer")
        .put("type", "BertNormalizer")
        .put("clean_text", true)
        .put("handle_chinese_chars", true)
        .putNull("strip_accents")
        .put("lowercase", lowerCase);
    json.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
    var ends = json.putObject("post_processor").put("type", "BertProcessing");
    ends.putArray("sep").add(END).add(vocabulary.get(END));
    ends.putArray("cls").add(START).add(vocabulary.get(START));
    json.putObject("model")
        .put("type", "WordPiece")
        .put("unk_token", UNKNOWN)
        .put("continuing_subword_prefix", CONTINUED)
        .put("max_input_chars_per_word", LONGEST_WORD)
        .set("vocab", new ObjectMapper().valueToTree(vocabulary));
    return json;
  }

  /** The numbers of a text's word pieces, between those of start and end. */
  long[] encode(String text) {
    var all = tokeniser.encode(text).getIds();
    if (all.length <= longest) {
      return all;
    }
    var cut = Arrays.copyOf(all, longest);
    cut[longest - 1] = all[all.length - 1];
    return cut;
  }

  @Override
  public void close() {
    tokeniser.close();
  }
}
