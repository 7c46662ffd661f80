package org.yuyin.catalogue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yuyin.media.facts.Brightness;
import org.yuyin.media.facts.Energy;
import org.yuyin.media.facts.MusicalKey;
import org.yuyin.media.facts.SoundFacts;
import org.yuyin.storage.InputException;

/**
 * What music must be like to be recommended. A track of which the asked fact is not known does not
 * pass; a filter that asks nothing lets everything pass.
 *
 * @param tempo in beats a minute
 * @param key tonic and mode
 * @param energy any of these; empty allows all
 * @param brightness any of these; empty allows all
 * @param vocal whether a voice is heard
 * @param loudness integrated, in LUFS
 * @param licence what it must be allowed for
 */
public record MusicFilter(
    Optional<NumberRange> tempo,
    Optional<MusicalKey> key,
    Set<Energy> energy,
    Set<Brightness> brightness,
    Optional<Boolean> vocal,
    Optional<NumberRange> loudness,
    LicenceNeed licence) {
  /** How the parts are called on the command line and in addresses. */
  public static final List<String> NAMES =
      List.of("tempo", "key", "energy", "brightness", "vocal", "loudness", "platform", "territory");

  private static final Map<String, Boolean> YES_OR_NO =
      Map.of("yes", true, "true", true, "no", false, "false", false);

  private static final MusicFilter NONE = parse(name -> Optional.empty());

  public MusicFilter {
    energy = Set.copyOf(energy);
    brightness = Set.copyOf(brightness);
  }

  /** Asks nothing. */
  public static MusicFilter none() {
    return NONE;
  }

  /**
   * Reads what somebody wrote for each of {@link #NAMES}.
   *
   * @throws InputException naming the part and what it should look like
   */
  public static MusicFilter parse(Function<String, Optional<String>> written) {
    return new MusicFilter(
        written.apply("tempo").map(text -> NumberRange.parse("tempo", text)),
        written.apply("key").map(MusicalKey::parse),
        written.apply("energy").map(text -> words("energy", text, Energy.class)).orElseGet(Set::of),
        written
            .apply("brightness")
            .map(text -> words("brightness", text, Brightness.class))
            .orElseGet(Set::of),
        written.apply("vocal").map(MusicFilter::yesOrNo),
        written.apply("loudness").map(text -> NumberRange.parse("loudness", text)),
        new LicenceNeed(written.apply("platform"), written.apply("territory")));
  }

  /** Several words are separated by commas. */
  private static <E extends Enum<E>> Set<E> words(String name, String text, Class<E> type) {
    var words = EnumSet.noneOf(type);
    for (var word : text.split(",", -1)) {
      var found =
          Arrays.stream(type.getEnumConstants())
              .filter(value -> value.name().equalsIgnoreCase(word.strip()))
              .findFirst();
      words.add(found.orElseThrow(() -> wrongWord(name, word, type)));
    }
    return words;
  }

  private static InputException wrongWord(String name, String word, Class<? extends Enum<?>> type) {
    var known =
        Arrays.stream(type.getEnumConstants())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return new InputException(
        "%s is one or more of %s, not \"%s\"".formatted(name, known, word.strip()));
  }

  private static boolean yesOrNo(String text) {
    return Optional.ofNullable(YES_OR_NO.get(text.strip().toLowerCase(Locale.ROOT)))
        .orElseThrow(() -> new InputException("vocal is yes or no, not \"%s\"".formatted(text)));
  }

  /** Whether music with these facts and that licence may be recommended today. */
  public boolean allows(Optional<SoundFacts> facts, Optional<Licence> known) {
    return licence.isMetBy(known, LocalDate.now(ZoneOffset.UTC))
        && (asksNothingOfSound() || facts.filter(this::allows).isPresent());
  }

  private boolean asksNothingOfSound() {
    return tempo.isEmpty()
        && key.isEmpty()
        && energy.isEmpty()
        && brightness.isEmpty()
        && vocal.isEmpty()
        && loudness.isEmpty();
  }

  private boolean allows(SoundFacts facts) {
    return passes(tempo, facts.tempo(), (range, it) -> range.holds(it.bpm()))
        && passes(key, facts.key(), (wanted, guess) -> guess.key().equals(wanted))
        && (energy.isEmpty() || energy.contains(facts.energyLevel()))
        && (brightness.isEmpty() || brightness.contains(facts.brightness()))
        && passes(vocal, facts.vocal(), Boolean::equals)
        && passes(loudness, facts.loudness(), (range, it) -> range.holds(it.integratedLufs()));
  }

  private static <W, F> boolean passes(
      Optional<W> wanted, Optional<F> fact, java.util.function.BiPredicate<W, F> fits) {
    return wanted.isEmpty() || fact.filter(it -> fits.test(wanted.get(), it)).isPresent();
  }
}
