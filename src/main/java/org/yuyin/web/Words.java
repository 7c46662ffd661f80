package org.yuyin.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How numbers are told on pages: short, with their unit. Templates know it as {@code say}. */
public final class Words {
  private static final long KILO = 1000;

  /** Stateless. */
  public Words() {}

  /** 0.312 is "31 %"; below ten per cent one digit stays: 0.034 is "3.4 %". */
  public String percent(double share) {
    var percent = share * 100;
    return percent != 0 && Math.abs(percent) < 9.95
        ? "%.1f %%".formatted(percent)
        : "%.0f %%".formatted(percent);
  }

  /** "1 ad", "2 ads", "12,000 ads". */
  public String count(long number, String one, String many) {
    return "%,d %s".formatted(number, number == 1 ? one : many);
  }

  /** 12,345. */
  public String number(long number) {
    return "%,d".formatted(number);
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
      return Math.round(KILO * seconds) + " ms";
    }
    if (seconds < 10) {
      return "%.1f s".formatted(seconds);
    }
    var whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? "%d min %d s".formatted(whole / 60, whole % 60)
        : "%d h %d min".formatted(whole / 3600, whole / 60 % 60);
  }

  /** "just now", "5 min ago", "3 h ago", "2 days ago", then the date. */
  public String ago(Instant then) {
    var passed = Duration.between(then, Instant.now());
    if (passed.toMinutes() < 1) {
      return "just now";
    }
    if (passed.toHours() < 1) {
      return passed.toMinutes() + " min ago";
    }
    if (passed.toDays() < 1) {
      return passed.toHours() + " h ago";
    }
    return passed.toDays() < 15
        ? count(passed.toDays(), "day", "days") + " ago"
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

  /** Why an ad was left out: "no_audio" is "no sound track". */
  public String exclusion(String key) {
    return switch (key) {
      case "no_audio" -> "no sound track";
      case "unreadable" -> "cannot be read";
      default -> plain(key);
    };
  }

  /** "too_little_music" is "too little music". */
  public String plain(String key) {
    return key.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
  }
}
