package org.yuyin.web.page;

import java.util.Optional;
import org.yuyin.training.RunCard;

/**
 * One sentence that a page says above its content.
 *
 * @param kind how urgent
 * @param lead two or three words
 * @param text what it means and what to do
 * @param command what to type, where that is the way to mend it
 */
public record Notice(Kind kind, String lead, String text, Optional<String> command) {
  /** How urgent a notice is. */
  public enum Kind {
    /** Good to know. */
    NOTE("", "made"),
    /** Works, but less well than it could. */
    WEAKER("warn", "warn"),
    /** Something failed. */
    FAILED("bad", "warn");

    private final String style;
    private final String icon;

    Kind(String style, String icon) {
      this.style = style;
      this.icon = icon;
    }

    /** Style class. */
    public String style() {
      return style;
    }

    /** Symbol in {@code icons.svg}. */
    public String icon() {
      return icon;
    }
  }

  /** The catalogue is, in part, not real. */
  public static Notice syntheticAds(long synthetic, long included) {
    var lead =
        synthetic == included
            ? "These ads are synthetic."
            : "%,d of %,d ads are synthetic.".formatted(synthetic, included);
    return new Notice(
        Kind.NOTE,
        lead,
        "A generator made their pictures and composed their music, so results say how the studio"
            + " works, not how well it serves real ads. Take in your own:",
        Optional.of("scripts/yuyin ingest FOLDER"));
  }

  /** A training ended badly. */
  public static Notice failedRun(RunCard run) {
    return new Notice(
        Kind.FAILED,
        "Run %d %s.".formatted(run.id(), run.state().equals("lost") ? "was lost" : "failed"),
        run.error().map(why -> why + ". ").orElse("")
            + "What it reached is kept; this goes on from the last checkpoint:",
        Optional.of("scripts/yuyin train --resume " + run.id()));
  }

  /** A training says that it runs, but nobody has heard of it. */
  public static Notice silentRun(RunCard run) {
    return new Notice(
        Kind.WEAKER,
        "Run %d gives no sign of life.".formatted(run.id()),
        "Its process is probably gone; this goes on from the last checkpoint:",
        Optional.of("scripts/yuyin train --resume " + run.id()));
  }
}
