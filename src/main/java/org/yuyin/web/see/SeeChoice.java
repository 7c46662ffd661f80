package org.yuyin.web.see;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuyin.evaluation.projection.ProjectionKind;
import org.yuyin.evaluation.projection.ProjectionRequest;
import org.yuyin.storage.InputException;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/**
 * What an address wants to see.
 *
 * @param run whose model
 * @param other of a second picture beside it
 * @param split key of a split, or "all"
 * @param kind which sides of the pairs
 * @param most points at most
 */
public record SeeChoice(
    Optional<Long> run, Optional<Long> other, String split, ProjectionKind kind, int most) {
  /** Numbers of points to choose from. */
  public static final List<Integer> SIZES =
      List.of(ProjectionRequest.LAID_OUT, 10_000, ProjectionRequest.MOST);

  /** Splits to choose from. */
  public static final List<String> SPLITS = List.of("test", "evaluation", "train", "all");

  /** Reads an address; what it leaves open is the test split's music. */
  public static SeeChoice of(RoutingContext request) {
    var split = Params.word(request, "split").orElse("test");
    if (!SPLITS.contains(split)) {
      throw Refusal.badRequest(
          "\"split\" is one of %s, not \"%s\".".formatted(String.join(", ", SPLITS), split));
    }
    var kind = Params.word(request, "kind").orElse(ProjectionKind.MUSIC.key());
    return new SeeChoice(
        number(request, "run"),
        number(request, "other"),
        split,
        ProjectionKind.of(kind)
            .orElseThrow(
                () ->
                    Refusal.badRequest(
                        "\"kind\" is music, video or both, not \"%s\".".formatted(kind))),
        Params.between(request, "most", 10, ProjectionRequest.MOST, ProjectionRequest.LAID_OUT));
  }

  private static Optional<Long> number(RoutingContext request, String name) {
    return Params.word(request, name)
        .map(text -> (long) Params.between(request, name, 1, Integer.MAX_VALUE, 1));
  }

  /** The same of a run, where the address names none. */
  public SeeChoice withRun(Optional<Long> usual) {
    return run.isPresent() ? this : new SeeChoice(usual, other, split, kind, most);
  }

  /** One run's part of it. */
  public SeeChoice only(long one) {
    return new SeeChoice(Optional.of(one), Optional.empty(), split, kind, most);
  }

  /** The runs, one for each picture. */
  public List<Long> runs() {
    var runs = new ArrayList<Long>();
    run.ifPresent(runs::add);
    other.filter(it -> !runs.contains(it)).ifPresent(runs::add);
    return runs;
  }

  /** What is to be laid out for a run. */
  public ProjectionRequest request(long one) {
    try {
      return new ProjectionRequest(one, ProjectionRequest.split(split), kind, most);
    } catch (InputException e) {
      throw Refusal.badRequest(e.getMessage() + ".");
    }
  }

  /** Parameters that choose the same again. */
  public String query() {
    var query = new StringBuilder();
    run.ifPresent(it -> query.append("run=").append(it).append('&'));
    other.ifPresent(it -> query.append("other=").append(it).append('&'));
    return query.append("split=%s&kind=%s&most=%d".formatted(split, kind.key(), most)).toString();
  }
}
