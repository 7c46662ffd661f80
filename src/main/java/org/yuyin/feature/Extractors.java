package org.yuyin.feature;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.feature.picture.ColourMotionExtractor;
import org.yuyin.feature.picture.InceptionExtractor;
import org.yuyin.feature.sound.FbankExtractor;
import org.yuyin.feature.sound.LogMelExtractor;
import org.yuyin.feature.sound.ast.AstExtractor;
import org.yuyin.feature.sound.emobase.EmobaseExtractor;
import org.yuyin.feature.text.BertExtractor;
import org.yuyin.feature.text.BgeTextExtractor;
import org.yuyin.storage.InputException;

/** The registry of extractors. A new extractor adds its line in {@code standard}. */
public final class Extractors implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Extractors.class);

  private final Map<String, Extractor> byName = new LinkedHashMap<>();
  private final Set<Modality> noticed = ConcurrentHashMap.newKeySet();

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
   * @param places where those that have weights look for them
   */
  public static Extractors standard(WeightsPlaces places) {
    return new Extractors(
        List.of(
            new InceptionExtractor(places),
            new ColourMotionExtractor(),
            new AstExtractor(places),
            new LogMelExtractor(),
            new FbankExtractor(),
            new EmobaseExtractor(),
            new BertExtractor(places),
            new BgeTextExtractor()));
  }

  /** As {@link #standard(WeightsPlaces)}, with all weights in one folder. */
  public static Extractors standard(Path models) {
    return standard(WeightsPlaces.in(models));
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

  /** The same, refused when it describes something else. */
  public Extractor named(String name, Modality modality) {
    var found = named(name);
    var describes = found.info().modality();
    if (describes != modality) {
      throw new InputException(
          "%s describes %s, not %s".formatted(name, describes.key(), modality.key()));
    }
    return found;
  }

  /**
   * The strongest extractor of that modality that can be used here. When it only stands in for a
   * stronger one, this is logged, once, with what would have to be done.
   */
  public Extractor preferred(Modality modality) {
    var stronger = new ArrayList<Extractor>();
    for (var extractor : byName.values()) {
      if (extractor.info().modality() == modality) {
        if (extractor.unavailable().isEmpty()) {
          notice(extractor, stronger);
          return extractor;
        }
        stronger.add(extractor);
      }
    }
    throw new InputException("no extractor for %s can be used here".formatted(modality.key()));
  }

  private void notice(Extractor chosen, List<Extractor> stronger) {
    var info = chosen.info();
    if (!info.substitute() || !noticed.add(info.modality())) {
      return;
    }
    for (var extractor : stronger) {
      log.info(
          "{} is described by {}, since {} cannot be used: {}",
          info.modality().key(),
          info.name(),
          extractor.info().name(),
          extractor.unavailable().orElse("its weights were put in place just now"));
    }
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
