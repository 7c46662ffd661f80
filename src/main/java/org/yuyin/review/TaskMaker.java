package org.yuyin.review;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yuyin.review.TaskSettings.Order;
import org.yuyin.storage.InputException;

/**
 * Makes queues: draws the ads and writes all items at once. What a model has to say about them is
 * added by {@link Preparation}; what is known already stands in the items from the start.
 */
public final class TaskMaker {
  /** Under this share of music, an ad is left out of the catalogue. */
  public static final double MUSIC_THRESHOLD = 0.5;

  private static final String ADS =
      """
      SELECT ad.id, ad.category, ad.track_id, track.title, ad.sha256, ad.music_share
      FROM ad
      JOIN media_file ON media_file.sha256 = ad.sha256
      LEFT JOIN track ON track.id = ad.track_id
      WHERE media_file.width IS NOT NULL AND ad.state = ANY($1::text[])
        AND ($2::text IS NULL OR ad.collection = $2)
        AND (NOT $3 OR ad.music_share IS NOT NULL AND media_file.audio_codec IS NOT NULL)
      """;

  // The same seed draws the same ads in the same order.
  private static final String DRAWN = "ORDER BY md5($4 || ':' || ad.id) LIMIT $5";

  private static final String MOST_UNCERTAIN =
      "ORDER BY abs(ad.music_share - $6), md5($4 || ':' || ad.id) LIMIT $5";

  private static final String CATEGORIES = "SELECT name FROM category ORDER BY name";

  private static final String ADD_TASK =
      "INSERT INTO review_task (name, kind, reviewers, settings) VALUES ($1, $2, $3, $4) RETURNING id";

  private static final String ADD_ITEM =
      """
      INSERT INTO review_item (task_id, position, priority, ad_id, place, subject, gold)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """;

  private final Pool pool;

  /** Works on a database that has been migrated. */
  public TaskMaker(Pool pool) {
    this.pool = pool;
  }

  private record DrawnAd(
      long id,
      Optional<String> category,
      Optional<Long> trackId,
      String title,
      String sha256,
      double musicShare) {}

  private record NewItem(
      double priority, long adId, int place, @Nullable Subject subject, @Nullable String gold) {}

  /** Makes a queue; its number. Refused when no ad can be judged in this way. */
  public Future<Long> make(TaskOrder order) {
    return pool.withTransaction(
        connection ->
            draw(connection, order)
                .compose(
                    ads ->
                        categories(connection, order)
                            .compose(names -> addTask(connection, order, names))
                            .compose(task -> addItems(connection, task, items(order, ads)))));
  }

  private static Future<List<DrawnAd>> draw(SqlClient connection, TaskOrder order) {
    boolean sound = order.kind() == ReviewKind.MUSIC;
    boolean closest = sound && order.order() == Order.UNCERTAIN;
    var states =
        sound ? new String[] {"included", "excluded"} : new String[] {"included", "uploaded"};
    var values =
        Tuple.tuple()
            .addArrayOfString(states)
            .addString(order.collection().orElse(null))
            .addBoolean(sound)
            .addString(Long.toString(order.seed()))
            .addInteger(order.ads());
    if (closest) {
      values.addDouble(MUSIC_THRESHOLD);
    }
    return connection
        .preparedQuery(ADS + (closest ? MOST_UNCERTAIN : DRAWN))
        .mapping(TaskMaker::ad)
        .execute(values)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
        .map(ads -> someOf(order, ads));
  }

  private static List<DrawnAd> someOf(TaskOrder order, List<DrawnAd> ads) {
    if (ads.isEmpty()) {
      throw new InputException(
          "no ad %s can be judged in this way; take some in with: ingest"
              .formatted(
                  order.collection().map("of the collection \"%s\""::formatted).orElse("here")));
    }
    return ads;
  }

  private static Future<List<String>> categories(SqlClient connection, TaskOrder order) {
    if (order.kind() != ReviewKind.CATEGORY) {
      return Future.succeededFuture(List.of());
    }
    return connection
        .query(CATEGORIES)
        .mapping(row -> row.getString("name"))
        .execute()
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
        .map(
            names -> {
              if (names.isEmpty()) {
                throw new InputException(
                    "there is no category to choose from yet; ads bring them along when they are"
                        + " taken in");
              }
              return names;
            });
  }

  private static Future<Long> addTask(SqlClient connection, TaskOrder order, List<String> names) {
    var settings =
        new TaskSettings(order.order(), order.seed(), order.collection(), order.options(), names);
    return connection
        .preparedQuery(ADD_TASK)
        .execute(Tuple.of(order.name(), order.kind().key(), order.reviewers(), settings.json()))
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  private static Future<Long> addItems(SqlClient connection, long task, List<NewItem> items) {
    var rows = new ArrayList<Tuple>();
    for (var item : items) {
      rows.add(
          Tuple.tuple()
              .addLong(task)
              .addInteger(rows.size())
              .addDouble(item.priority())
              .addLong(item.adId())
              .addInteger(item.place())
              .addJsonObject(item.subject() == null ? null : item.subject().json())
              .addString(item.gold()));
    }
    return connection.preparedQuery(ADD_ITEM).executeBatch(rows).map(done -> task);
  }

  private static List<NewItem> items(TaskOrder order, List<DrawnAd> ads) {
    var items = new ArrayList<NewItem>();
    int all = ads.size() * order.perAd();
    for (var ad : ads) {
      for (int place = 0; place < order.perAd(); place++) {
        int index = items.size();
        items.add(item(order, ad, place, index, isGold(index, order.gold(), all)));
      }
    }
    return items;
  }

  /** Gold items stand at equal distances. */
  private static boolean isGold(int index, int gold, int all) {
    return (long) (index + 1) * gold / all > (long) index * gold / all;
  }

  private static NewItem item(TaskOrder order, DrawnAd ad, int place, int index, boolean gold) {
    return switch (order.kind()) {
      case RECOMMENDATION ->
          gold && ad.trackId().isPresent()
              ? new NewItem(0, ad.id(), place, Subject.of(ownMusic(ad)), "accept")
              : new NewItem(0, ad.id(), place, null, null);
      // With more than two to compare, the pairs take turns.
      case PREFERENCE -> new NewItem(0, ad.id(), index, null, null);
      case CATEGORY ->
          new NewItem(0, ad.id(), place, null, gold ? ad.category().orElse(null) : null);
      case MUSIC -> {
        var subject = Subject.of(musicGuess(ad.musicShare()));
        double priority = order.order() == Order.UNCERTAIN ? subject.uncertainty() : 0;
        yield new NewItem(priority, ad.id(), place, subject, null);
      }
    };
  }

  private static Candidate ownMusic(DrawnAd ad) {
    return new Candidate(
        "own", ad.trackId().orElseThrow(), ad.title(), ad.sha256().substring(0, 16), 1);
  }

  /** What the filter says: at its threshold both answers are as likely. */
  private static List<Guess> musicGuess(double share) {
    double music =
        share >= MUSIC_THRESHOLD
            ? 0.5 + 0.5 * (share - MUSIC_THRESHOLD) / (1 - MUSIC_THRESHOLD)
            : 0.5 * share / MUSIC_THRESHOLD;
    var yes = new Guess("music", music);
    var no = new Guess("no_music", 1 - music);
    return share >= MUSIC_THRESHOLD ? List.of(yes, no) : List.of(no, yes);
  }

  private static DrawnAd ad(Row row) {
    var share = row.getFloat("music_share");
    return new DrawnAd(
        row.getLong("id"),
        Optional.ofNullable(row.getString("category")),
        Optional.ofNullable(row.getLong("track_id")),
        String.valueOf(row.getString("title")),
        row.getString("sha256"),
        share == null ? 0 : share);
  }
}
