package org.yuyin.web.page;

import java.util.Optional;
import org.yuyin.jobs.Job;
import org.yuyin.training.RunCard;
import org.yuyin.web.Phrase;

/**
 * One sentence that a page says above its content.
 *
 * @param kind how urgent
 * @param lead two or three words
 * @param text what it means and what to do
 * @param command what to type, where that is the way to mend it
 */
public record Notice(Kind kind, Phrase lead, Phrase text, Optional<String> command) {
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
            ? Phrase.of("notice.syntheticAll")
            : Phrase.of(
                "notice.syntheticSome", "%,d".formatted(synthetic), "%,d".formatted(included));
    return new Notice(
        Kind.NOTE,
        lead,
        Phrase.of("notice.syntheticWhy"),
        Optional.of("scripts/yuyin ingest FOLDER"));
  }

  /** A training ended badly. */
  public static Notice failedRun(RunCard run) {
    return new Notice(
        Kind.FAILED,
        run.state().equals("lost")
            ? Phrase.of("notice.runLost", String.valueOf(run.id()))
            : Phrase.of("notice.runFailed", String.valueOf(run.id())),
        run.error()
            .map(why -> Phrase.of("notice.runFailedBecause", why))
            .orElse(Phrase.of("notice.runResume")),
        Optional.of("scripts/yuyin train --resume " + run.id()));
  }

  /** A job failed; the page that tells of it tries it again. */
  public static Notice failedJob(Job job) {
    return new Notice(
        Kind.FAILED,
        Phrase.of("notice.jobFailed", String.valueOf(job.id())),
        Phrase.of("notice.jobFailedWhy", job.error().orElse("")),
        Optional.empty());
  }

  /** A training says that it runs, but nobody has heard of it. */
  public static Notice silentRun(RunCard run) {
    return new Notice(
        Kind.WEAKER,
        Phrase.of("notice.runSilent", String.valueOf(run.id())),
        Phrase.of("notice.runSilentResume"),
        Optional.of("scripts/yuyin train --resume " + run.id()));
  }
}
