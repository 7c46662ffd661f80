package org.yuyin.review;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.yuyin.catalogue.AdCorrections;

/**
 * What the majority of the reviewers changes in the catalogue: categories of ads, and which ads
 * have enough music. An item without a majority changes nothing.
 */
public final class CorrectedLabels {
  private static final String NOW =
      "SELECT id, category, categorised_at, state FROM ad WHERE id = ANY($1::bigint[])";
  private static final String WHY = "reviewers hear no music worth learning from";

  private final Pool pool;
  private final ReviewDecisions decisions;
  private final AdCorrections corrections;

  /** Works on a database that has been migrated. */
  public CorrectedLabels(Pool pool) {
    this.pool = pool;
    this.decisions = new ReviewDecisions(pool);
    this.corrections = new AdCorrections(pool);
  }

  /**
   * A label that would change, or that would be a person's word from now on.
   *
   * @param adId of the ad
   * @param adName how it is called
   * @param from the label that it has; empty for none
   * @param to what the majority says
   */
  public record Change(long adId, String adName, Optional<String> from, String to) {
    /** Whether the label stays as it is, and nobody had said so yet. */
    public boolean confirms() {
      return from.equals(Optional.of(to));
    }
  }

  /** The label that an ad has, and whether it is a person's word already. */
  private record Label(Optional<String> value, boolean said) {
    private static final Label NONE = new Label(Optional.empty(), true);

    Change to(JudgedItem item) {
      return new Change(item.adId(), item.adName(), value, item.majority().orElseThrow());
    }
  }

  /**
   * What would change now: labels first that become others, then those that are confirmed.
   *
   * @param judged the items of the queue that somebody has judged
   */
  public Future<List<Change>> changes(ReviewTask task, List<JudgedItem> judged) {
    if (task.kind() != ReviewKind.CATEGORY && task.kind() != ReviewKind.MUSIC) {
      return Future.succeededFuture(List.of());
    }
    var decided = judged.stream().filter(item -> item.majority().isPresent()).toList();
    var ids = decided.stream().map(JudgedItem::adId).distinct().toArray(Long[]::new);
    return pool.preparedQuery(NOW)
        .execute(Tuple.tuple().addArrayOfLong(ids))
        .map(
            rows -> {
              var labels =
                  StreamSupport.stream(rows.spliterator(), false)
                      .collect(Collectors.toMap(row -> row.getLong("id"), row -> label(task, row)));
              return decided.stream()
                  .map(item -> change(item, labels.getOrDefault(item.adId(), Label.NONE)))
                  .flatMap(Optional::stream)
                  .sorted(Comparator.comparing(Change::confirms))
                  .toList();
            });
  }

  /** Changes them; how many ads changed. */
  public Future<Integer> apply(ReviewTask task) {
    return decisions
        .judged(task.id())
        .compose(judged -> changes(task, judged))
        .compose(
            changes -> {
              if (task.kind() == ReviewKind.CATEGORY) {
                return corrections.categorise(
                    changes.stream().collect(Collectors.toMap(Change::adId, Change::to)));
              }
              var in = ads(changes, "music");
              var out = ads(changes, "no_music");
              return corrections.include(in, out, WHY);
            });
  }

  private static List<Long> ads(List<Change> changes, String to) {
    return changes.stream().filter(it -> it.to().equals(to)).map(Change::adId).toList();
  }

  private static Optional<Change> change(JudgedItem item, Label label) {
    var change = label.to(item);
    return Optional.of(change).filter(it -> !it.confirms() || !label.said());
  }

  private static Label label(ReviewTask task, Row ad) {
    if (task.kind() == ReviewKind.CATEGORY) {
      return new Label(
          Optional.ofNullable(ad.getString("category")), ad.getValue("categorised_at") != null);
    }
    return new Label(
        Optional.of(ad.getString("state").equals("included") ? "music" : "no_music"), true);
  }
}
