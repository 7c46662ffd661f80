package org.yuyin.app;

import java.nio.file.Path;
import java.util.List;
import org.yuyin.feature.Extractor;
import org.yuyin.feature.FrameExtractor;
import org.yuyin.feature.SoundExtractor;
import org.yuyin.feature.TextExtractor;
import org.yuyin.media.MediaReader;

/**
 * One extractor at work on one item, in two steps, so that they can be timed apart. Safe for
 * several threads at once, as extractors are.
 *
 * @param extractor that describes it
 * @param item what the item is called
 * @param seconds length of the item, 0 for texts
 * @param pieces frames or texts in it, 0 for sound
 * @param decoding gives the step that describes what was decoded
 */
record ExtractionTask(
    Extractor extractor, String item, double seconds, int pieces, Decoding decoding) {

  /** The first step. Every call decodes anew. */
  interface Decoding {
    Runnable decode();
  }

  static ExtractionTask sound(SoundExtractor extractor, Path file, MediaReader media) {
    var reader = new FeatureReader(media);
    double seconds = reader.decoded(extractor, file).seconds();
    return new ExtractionTask(
        extractor,
        name(file),
        seconds,
        0,
        () -> {
          var sound = reader.decoded(extractor, file);
          return () -> extractor.extract(sound);
        });
  }

  static ExtractionTask pictures(FrameExtractor extractor, Path file, MediaReader media) {
    double seconds = media.probe(file).durationSeconds();
    int frames = media.frames(file, extractor.sampling()).size();
    return new ExtractionTask(
        extractor,
        name(file),
        seconds,
        frames,
        () -> {
          var sampled = media.frames(file, extractor.sampling());
          return () -> extractor.extract(sampled);
        });
  }

  static ExtractionTask texts(TextExtractor extractor, List<String> texts) {
    return new ExtractionTask(
        extractor, texts.size() + " texts", 0, texts.size(), () -> () -> extractor.extract(texts));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** Both steps, one after the other. */
  void runWhole() {
    decoding.decode().run();
  }
}
