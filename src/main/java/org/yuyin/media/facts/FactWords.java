package org.yuyin.media.facts;

import java.util.ArrayList;
import java.util.Locale;

/** Facts as people read them in a list. */
public final class FactWords {
  private FactWords() {}

  /** Such as "0:24 · 112 BPM · B♭ major · calm · bright"; what is not known is left out. */
  public static String line(SoundFacts facts) {
    var words = new ArrayList<String>();
    words.add(clock(facts.seconds()));
    facts.tempo().ifPresent(tempo -> words.add("%.0f BPM".formatted(tempo.bpm())));
    facts.key().ifPresent(guess -> words.add(signed(guess.key())));
    words.add(facts.energyLevel().word());
    words.add(facts.brightness().word());
    if (facts.vocal().orElse(false)) {
      words.add("vocal");
    }
    return String.join(" · ", words);
  }

  private static String signed(MusicalKey key) {
    return key.words().replace(" flat", "♭").replace(" sharp", "♯");
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }
}
