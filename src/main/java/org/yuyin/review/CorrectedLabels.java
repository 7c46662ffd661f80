package org.yuyin.review;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
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
      "SELECT id, category, state FROM ad WHERE id = ANY($1::bigint[])";
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
   * A label that would change.
   *
   * @param adId of the ad
   * @param adName how it is called
   * @param from the label that it has; empty for none
   * @param to what the majority says
   */
  public record Change(long adId, String adName, Optional<String> from, String to) {}

  /** What would change now. */
  public Future<List<Change>> changes(ReviewTask task) {
    if (task.kind() != ReviewKind.CATEGORY && task.kind() != ReviewKind.MUSIC) {
      return Future.succeededFuture(List.of());
    }
    return decisions
        .judged(task.id())
        .compose(
            items -> {
              var decided = items.stream().filter(item -> item.majority().isPresent()).toList();
              var ids = decided.stream().map(JudgedItem::adId).distinct().toArray(Long[]::new);
              return pool.preparedQuery(NOW)
                  .execute(Tuple.tuple().addArrayOfLong(ids))
                  .map(
                      rows -> {
                        var labels =
                            StreamSupport.stream(rows.spliterator(), false)
                                .collect(
                                    Collectors.toMap(
                                        row -> row.getLong("id"), row -> label(task, row)));
                        return decided.stream()
                            .map(item -> change(item, labels.getOrDefault(item.adId(), "")))
                            .filter(change -> !change.from().equals(Optional.of(change.to())))
                            .toList();
                      });
            });
  }

  /** Changes them; how many ads changed. */
  public Future<Integer> apply(ReviewTask task) {
    return changes(task)
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

  private static Change change(JudgedItem item, String label) {
    return new Change(
        item.adId(),
        item.adName(),
        Optional.of(label).filter(it -> !it.isEmpty()),
        item.majority().orElseThrow());
  }

  private static String label(ReviewTask task, Row ad) {
    if (task.kind() == ReviewKind.CATEGORY) {
      return Optional.ofNullable(ad.getString("category")).orElse("");
    }
    return ad.getString("state").equals("included") ? "music" : "no_music";
  }
}
