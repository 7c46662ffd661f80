package org.yuyin.feature;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.feature.picture.ColourMotionExtractor;
import org.yuyin.feature.picture.InceptionExtractor;
import org.yuyin.feature.sound.FbankExtractor;
import org.yuyin.feature.sound.LogMelExtractor;
import org.yuyin.feature.sound.emobase.EmobaseExtractor;
import org.yuyin.feature.text.BgeTextExtractor;
import org.yuyin.storage.InputException;

/** The registry of extractors. A new extractor adds its line in {@code standard}. */
public final class Extractors implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Extractors.class);

  private final Map<String, Extractor> byName = new LinkedHashMap<>();

  /** Refuses two extractors of one name. */
  public Extractors(List<? extends Extractor> extractors) {
    for (var extractor : extractors) {
      if (byName.put(extractor.info().name(), extractor) != null) {
        throw new IllegalArgumentException("two extractors are named " + extractor.info().name());
      }
    }
  }

  /**
   * Every extractor of the product, the stronger before the weaker within a modality; a new one
   * adds its line here.
   *
   * @param models folder that holds the weights of those that have some
   */
  public static Extractors standard(Path models) {
    return new Extractors(
        List.of(
            new InceptionExtractor(models),
            new ColourMotionExtractor(),
            new LogMelExtractor(),
            new FbankExtractor(),
            new EmobaseExtractor(),
            new BgeTextExtractor()));
  }

  /** The extractor of that name; an unknown name is refused with the list of known ones. */
  public Extractor named(String name) {
    var found = byName.get(name);
    if (found == null) {
      throw new InputException(
          "no extractor is named \"%s\"; there are %s"
              .formatted(name, String.join(", ", byName.keySet())));
    }
    return found;
  }

  /**
   * The strongest extractor of that modality that can be used here. Logs a line for each stronger
   * one that cannot, with what would have to be done.
   */
  public Extractor preferred(Modality modality) {
    for (var extractor : byName.values()) {
      if (extractor.info().modality() == modality) {
        var unavailable = extractor.unavailable();
        if (unavailable.isEmpty()) {
          return extractor;
        }
        log.warn("{} is left out: {}", extractor.info().name(), unavailable.get());
      }
    }
    throw new InputException("no extractor for %s can be used here".formatted(modality.key()));
  }

  /** All of them, in order of registration. */
  public Collection<Extractor> all() {
    return byName.values();
  }

  @Override
  public void close() {
    byName.values().forEach(Extractor::close);
  }
}
