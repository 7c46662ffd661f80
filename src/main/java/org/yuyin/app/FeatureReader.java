package org.yuyin.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.yuyin.feature.FrameExtractor;
import org.yuyin.feature.FrameTable;
import org.yuyin.feature.SoundExtractor;
import org.yuyin.feature.TextExtractor;
import org.yuyin.feature.sound.SpectrogramExtractor;
import org.yuyin.feature.sound.Spectrograms;
import org.yuyin.media.Frame;
import org.yuyin.media.MediaReader;
import org.yuyin.media.Sound;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;

/** Decodes what an extractor wants of a file and runs it. */
final class FeatureReader {
  private final MediaReader media;

  FeatureReader(MediaReader media) {
    this.media = media;
  }

  /** The clip's vector, or one row for each analysis frame. */
  FeatureRows sound(SoundExtractor extractor, Path file, boolean frames) {
    var sound = decoded(extractor, file);
    return frames
        ? table(file, extractor.extractFrames(sound))
        : FeatureRows.whole(file.toString(), extractor.columns(), extractor.extract(sound));
  }

  /** What a network is given for the clip. */
  Spectrograms spectrograms(SpectrogramExtractor extractor, Path file) {
    return extractor.spectrograms(decoded(extractor, file));
  }

  /** The clip's vector, or one row for each window. */
  static FeatureRows windows(
      SpectrogramExtractor extractor, Path file, Spectrograms windows, boolean frames) {
    return frames
        ? table(file, extractor.extractFrames(windows))
        : FeatureRows.whole(file.toString(), extractor.columns(), extractor.extract(windows));
  }

  /** The values within a network, window after window. */
  static FeatureRows stage(
      SpectrogramExtractor extractor, Path file, Spectrograms windows, String stage) {
    var rows = extractor.stage(stage, windows);
    var columns =
        IntStream.range(0, rows[0].length).mapToObj(n -> "%s[%d]".formatted(stage, n)).toList();
    return new FeatureRows(file.toString(), columns, List.of(), rows);
  }

  private static FeatureRows table(Path file, FrameTable table) {
    var seconds =
        IntStream.range(0, table.rows().length).mapToObj(row -> row * table.hopSeconds()).toList();
    return new FeatureRows(file.toString(), table.columns(), seconds, table.rows());
  }

  /** The sound in the form that the extractor wants. */
  Sound decoded(SoundExtractor extractor, Path file) {
    var rate = extractor.sampleRateHz();
    return rate.isPresent() ? media.sound(file, rate.getAsInt()) : media.sound(file);
  }

  /** The temporal mean, or one row for each sampled frame. */
  FeatureRows pictures(FrameExtractor extractor, Path file, boolean frames) {
    var sampled = media.frames(file, extractor.sampling());
    if (!frames) {
      return FeatureRows.whole(file.toString(), extractor.columns(), extractor.extract(sampled));
    }
    return new FeatureRows(
        file.toString(),
        extractor.columns(),
        sampled.stream().map(Frame::atSeconds).toList(),
        extractor.extractFrames(sampled));
  }

  static FeatureRows text(TextExtractor extractor, String text) {
    return FeatureRows.whole(text, extractor.columns(), extractor.extract(List.of(text))[0]);
  }

  /** The texts of a UTF-8 file, one a line; empty lines do not count. */
  static List<String> texts(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": there is no such file", e);
    } catch (CharacterCodingException e) {
      throw new InputException(file + ": is not a text in UTF-8", e);
    } catch (IOException e) {
      throw IoProblems.reading(file, e);
    }
  }
}
