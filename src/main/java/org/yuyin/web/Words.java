package org.yuyin.web;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yuyin.media.facts.MusicalKey;
import org.yuyin.media.facts.SoundFacts;
import org.yuyin.retrieval.Reason;

/**
 * How things are told on pages in one language: short, numbers with their unit. Templates know it
 * as {@code say}.
 */
public final class Words {
  private static final long KILO = 1000;

  private final Language language;
  private final Phrases phrases;

  /** Speaks that language. */
  public Words(Language language, Phrases phrases) {
    this.language = language;
    this.phrases = phrases;
  }

  /** A phrase with its values. */
  public String phrase(Phrase phrase) {
    return phrases.say(language, phrase);
  }

  /** What the scripts of a page say, as a JSON object by key. */
  public String scripts() {
    var said = new JsonObject();
    phrases
        .all(language)
        .forEach(
            (key, text) -> {
              if (key.startsWith("script.")) {
                said.put(key.substring("script.".length()), text);
              }
            });
    return said.encode();
  }

  private String say(String key, String... values) {
    return phrases.say(language, key, List.of(values));
  }

  /** 0.312 is "31 %"; below ten per cent one digit stays: 0.034 is "3.4 %". */
  public String percent(double share) {
    var percent = share * 100;
    var digits = percent != 0 && Math.abs(percent) < 9.95 ? "%.1f" : "%.0f";
    return say("common.percent", digits.formatted(percent));
  }

  /**
   * "1 ad", "2 ads", "12,000 ads".
   *
   * @param things key in the file {@code count}, without its ending for one or many
   */
  public String count(long number, String things) {
    return say("count." + things + (number == 1 ? ".one" : ".many"), number(number));
  }

  /** 12,345. */
  public String number(long number) {
    return "%,d".formatted(number);
  }

  /** 12.0 is "12", 12.5 stays "12.5". */
  public String decimal(double number) {
    return number == Math.rint(number) ? number((long) number) : "%,.1f".formatted(number);
  }

  /** 0.8231 is "0.82". */
  public String score(double score) {
    return "%.2f".formatted(score);
  }

  /** Four significant digits for losses. */
  public String loss(double loss) {
    return Math.abs(loss) < 0.001 && loss != 0 ? "%.2e".formatted(loss) : "%.4f".formatted(loss);
  }

  /** "0:07", "12:30", "1:02:03": as on a player. */
  public String clock(double seconds) {
    var whole = Math.round(seconds);
    return whole < 3600
        ? "%d:%02d".formatted(whole / 60, whole % 60)
        : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
  }

  /** "40 ms", "1.4 s", "12 s", "3 min 5 s", "2 h 10 min". */
  public String duration(double seconds) {
    if (seconds < 0.95) {
      return say("common.milliseconds", number(Math.round(KILO * seconds)));
    }
    if (seconds < 10) {
      return say("common.seconds", "%.1f".formatted(seconds));
    }
    var whole = Math.round(seconds);
    if (whole < 60) {
      return say("common.seconds", number(whole));
    }
    return whole < 3600
        ? say("common.minutesSeconds", number(whole / 60), number(whole % 60))
        : say("common.hoursMinutes", number(whole / 3600), number(whole / 60 % 60));
  }

  /** "just now", "5 min ago", "3 h ago", "2 days ago", then the date. */
  public String ago(Instant then) {
    var passed = Duration.between(then, Instant.now());
    if (passed.toMinutes() < 1) {
      return say("common.justNow");
    }
    if (passed.toHours() < 1) {
      return say("common.minutesAgo", number(passed.toMinutes()));
    }
    if (passed.toDays() < 1) {
      return say("common.hoursAgo", number(passed.toHours()));
    }
    return passed.toDays() < 15
        ? say("common.daysAgo", count(passed.toDays(), "days"))
        : then.toString().substring(0, 10);
  }

  /** "820 kB", "12.4 MB". */
  public String bytes(long bytes) {
    if (bytes < KILO * KILO) {
      return "%d kB".formatted(Math.max(1, bytes / KILO));
    }
    return bytes < KILO * KILO * KILO
        ? "%.1f MB".formatted((double) bytes / KILO / KILO)
        : "%.1f GB".formatted((double) bytes / KILO / KILO / KILO);
  }

  /** "0:24 · 112 BPM · B♭ major · calm · bright"; what is not known is left out. */
  public String facts(SoundFacts facts) {
    var told = new ArrayList<String>();
    told.add(clock(facts.seconds()));
    facts.tempo().ifPresent(tempo -> told.add(say("facts.tempo", "%.0f".formatted(tempo.bpm()))));
    facts.key().ifPresent(guess -> told.add(key(guess.key())));
    told.add(word("energy", facts.energyLevel().word()));
    told.add(word("brightness", facts.brightness().word()));
    if (facts.vocal().orElse(false)) {
      told.add(say("facts.vocal"));
    }
    return String.join(" · ", told);
  }

  /** Why a track may fit, from the known ads most like the one asked about. */
  public String reason(Reason reason, String category) {
    var same = reason.sameTrack();
    if (same.size() > 1) {
      return say("ranking.usedByTwo", same.get(0).name(), same.get(1).name());
    }
    if (same.size() == 1) {
      return say("ranking.usedBy", same.getFirst().name());
    }
    return reason.sameCategory() == 0
        ? say("ranking.bySound")
        : say(
            "ranking.sameCategory",
            number(reason.sameCategory()),
            number(reason.lookedAt()),
            category);
  }

  /** "B♭ major". */
  public String key(MusicalKey key) {
    var tonic = key.tonicName().replace(" flat", "♭").replace(" sharp", "♯");
    return key.minor() ? say("facts.minor", tonic) : say("facts.major", tonic);
  }

  /** Why an ad was left out: "no_audio" is "no sound track". */
  public String exclusion(String key) {
    return word("exclusion", key);
  }

  /** A word of the program's own, such as a state: its phrase in the file {@code common}. */
  public String word(String group, String key) {
    var phrase = "common.%s.%s".formatted(group, key);
    return phrases.has(phrase) ? say(phrase) : plain(key);
  }

  /** What a method is. */
  public String method(String name, String english) {
    return phrases.translate(language, english, "method." + name);
  }

  /** What a setting means in a method. */
  public String help(String method, String key, String english) {
    return phrases.translate(
        language, english, "setting.%s.%s".formatted(method, key), "setting." + key);
  }

  /** "too_little_music" is "too little music". */
  public String plain(String key) {
    return key.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
  }
}
