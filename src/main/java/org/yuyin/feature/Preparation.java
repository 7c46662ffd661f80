package org.yuyin.feature;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.media.MediaReader;
import org.yuyin.media.Sound;
import org.yuyin.storage.InputException;

/**
 * The part of an extraction that works on one item by itself: decoding, and the vectors of its
 * sound. Each form of picture or sound is decoded once, however many extractors want it. A file
 * that cannot be used becomes a failure of its extractors, never an exception.
 */
final class Preparation {
  private static final Logger log = LoggerFactory.getLogger(Preparation.class);

  private final MediaReader reader;

  Preparation(MediaReader reader) {
    this.reader = reader;
  }

  /** Frames for the extractors, which run later and one after the other. */
  Prepared pictures(FeatureItem item, List<FrameExtractor> extractors) {
    var prepared = Prepared.of(item);
    extractors.stream()
        .collect(groupingBy(FrameExtractor::sampling))
        .forEach(
            (sampling, alike) ->
                attempt(
                    prepared,
                    alike,
                    () -> {
                      var frames = reader.frames(item.file(), sampling);
                      alike.forEach(extractor -> prepared.frames().put(extractor, frames));
                    }));
    return prepared;
  }

  /** The vectors of the sound. */
  Prepared sound(FeatureItem item, List<SoundExtractor> extractors) {
    var prepared = Prepared.of(item);
    extractors.stream()
        .collect(groupingBy(SoundExtractor::sampleRateHz))
        .forEach(
            (rate, alike) ->
                attempt(prepared, alike, () -> describe(decode(item, rate), alike, prepared)));
    return prepared;
  }

  private Sound decode(FeatureItem item, OptionalInt rate) {
    return rate.isPresent()
        ? reader.sound(item.file(), rate.getAsInt())
        : reader.sound(item.file());
  }

  private static void describe(Sound sound, List<SoundExtractor> extractors, Prepared prepared) {
    for (var extractor : extractors) {
      attempt(
          prepared,
          List.of(extractor),
          () ->
              prepared
                  .vectors()
                  .put(extractor, ExtractionTimer.time(extractor, () -> extractor.extract(sound))));
    }
  }

  private static void attempt(
      Prepared prepared, List<? extends Extractor> extractors, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (!(e instanceof InputException)) {
        log.warn("cannot describe {}", prepared.item().file(), e);
      }
      var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      extractors.forEach(extractor -> prepared.failures().put(extractor, reason));
    }
  }
}
