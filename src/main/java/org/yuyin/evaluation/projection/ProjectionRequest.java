package org.yuyin.evaluation.projection;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yuyin.dataset.Snapshot;
import org.yuyin.dataset.Split;
import org.yuyin.storage.InputException;
import org.yuyin.storage.Sha256;

/**
 * What is to be laid out.
 *
 * @param run whose model places the points
 * @param split whose pairs; empty for all
 * @param kind which sides of them
 * @param most points at most, drawn evenly over the categories when there are more
 */
public record ProjectionRequest(long run, Optional<Split> split, ProjectionKind kind, int most) {
  /** Points that t-SNE itself lays out; time and memory grow with the square. */
  public static final int LAID_OUT = 2_000;

  /** More are not drawn. */
  public static final int MOST = 100_000;

  private static final String ALL = "all";
  private static final long SEED = 0;
  private static final int VERSION = 1; // raised when the same request would give another picture

  public ProjectionRequest {
    if (most < 10 || most > MOST) {
      throw new InputException(
          "a picture has from 10 to %,d points, not %,d".formatted(MOST, most));
    }
  }

  /** As stored: a split's key, or "all". */
  public String splitKey() {
    return split.map(Split::key).orElse(ALL);
  }

  /** Reads what {@link #splitKey} gave. */
  public static Optional<Split> split(String key) {
    return key.equals(ALL) ? Optional.empty() : Optional.of(Split.parse(key));
  }

  long seed() {
    return SEED;
  }

  /** Rows that may be drawn. */
  int[] rows(Snapshot snapshot) {
    return split
        .map(snapshot::rowsOf)
        .orElseGet(() -> IntStream.range(0, snapshot.pairs().size()).toArray());
  }

  /** Settings of the job; equal requests have equal ones. */
  public JsonObject toJson() {
    return JsonObject.of("run", run, "split", splitKey(), "kind", kind.key(), "most", most);
  }

  /** Reads a job's settings. */
  public static ProjectionRequest of(JsonObject settings) {
    var kind = String.valueOf(settings.getString("kind"));
    return new ProjectionRequest(
        settings.getLong("run"),
        split(String.valueOf(settings.getString("split"))),
        ProjectionKind.of(kind)
            .orElseThrow(() -> new InputException("there is no picture of \"" + kind + "\"")),
        settings.getInteger("most"));
  }

  /** Tells apart what the table's own columns do not. */
  String settingsHash() {
    var told = String.join("|", Arrays.asList("v" + VERSION, "most " + most, "seed " + SEED));
    return Sha256.of(told).substring(0, 16);
  }
}
