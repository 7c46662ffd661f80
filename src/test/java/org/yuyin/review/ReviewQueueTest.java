package org.yuyin.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.review.TaskSettings.Order;
import org.yuyin.storage.InputException;
import org.yuyin.storage.PostgresExtension;

class ReviewQueueTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static final int ADS = 12;

  private final ReviewQueue queue = new ReviewQueue(POSTGRES.pool());
  private final ReviewTasks tasks = new ReviewTasks(POSTGRES.pool());
  private final ReviewDecisions decisions = new ReviewDecisions(POSTGRES.pool());
  private final CorrectedLabels labels = new CorrectedLabels(POSTGRES.pool());

  @BeforeEach
  void fillTheCatalogue() {
    run("TRUNCATE review_task, ad, track, media_file, category CASCADE", Tuple.tuple());
    run("INSERT INTO category VALUES ('shoes', 'wear', 'manifest'), ('tea', 'food', 'manifest')");
    for (int ad = 0; ad < ADS; ad++) {
      var sha = "%064d".formatted(ad);
      run(
          """
          INSERT INTO media_file (sha256, bytes, container, duration_seconds, width, height,
            audio_codec)
          VALUES ($1, 9, 'mp4', 3, 320, 180, 'aac')
          """,
          Tuple.of(sha));
      run(
          """
          WITH added AS (
            INSERT INTO track (key, title, origin) VALUES ($1, $1, 'ad') RETURNING id)
          INSERT INTO ad (collection, name, source, sha256, category, track_id, state, exclusion,
            music_share)
          SELECT 'test', $2, $2, $1, 'shoes', id, $3, $4, $5 FROM added
          """,
          Tuple.of(
              sha,
              "ad-" + ad,
              ad < 2 ? "excluded" : "included",
              ad < 2 ? "too_little_music" : null,
              (float) ad / ADS));
    }
  }

  @Test
  void noItemIsOnTwoScreensAtOnce() {
    var task = make(ReviewKind.RECOMMENDATION, 10, 1, 0);
    var claims =
        IntStream.range(0, 10).mapToObj(i -> queue.next(task.id(), "reviewer " + i)).toList();
    Future.all(claims).await(); // all under way at once
    assertThat(claims.stream().map(claim -> claim.result().orElseThrow().id()))
        .doesNotHaveDuplicates();
    assertThat(queue.next(task.id(), "one too many").await()).isEmpty();
    assertThat(queue.busyElsewhere(task.id(), "one too many").await()).isEqualTo(10);
  }

  @Test
  void asManyPeopleAsWantedJudgeAnItem() {
    var task = make(ReviewKind.RECOMMENDATION, 1, 2, 0);
    var first = next(task, "Ann");
    assertThat(next(task, "Bo").id()).isEqualTo(first.id());
    assertThat(queue.next(task.id(), "Cy").await()).isEmpty();
    decide(task, first, "Ann", "accept");
    assertThat(queue.next(task.id(), "Cy").await()).isEmpty();
    expireLeases(); // Bo has gone home
    assertThat(next(task, "Cy").id()).isEqualTo(first.id());
    decide(task, first, "Bo", "reject"); // late, but not lost
    assertThat(tasks.progress(task, "Ann").await().conflicts()).isEqualTo(1);
  }

  @Test
  void loadingAgainShowsTheSameItemEvenAfterTheLeaseIsOver() {
    var task = make(ReviewKind.RECOMMENDATION, 5, 1, 0);
    var shown = next(task, "Ann");
    assertThat(next(task, "Ann").id()).isEqualTo(shown.id());
    expireLeases();
    assertThat(next(task, "Ann").id()).isEqualTo(shown.id());
  }

  @Test
  void undoBringsTheItemBackWithWhatWasSaid() {
    var task = make(ReviewKind.RECOMMENDATION, 3, 1, 0);
    var first = next(task, "Ann");
    var said = new Answer("reject", Optional.of(2), Optional.of("pace"), Optional.of("slow"), 4);
    queue.decide(task, first.id(), "Ann", said).await();
    var second = next(task, "Ann");
    assertThat(second.before()).isEmpty();

    assertThat(queue.undo(task.id(), "Ann").await()).contains(first.id());
    var again = next(task, "Ann");
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.before()).contains(said);
    assertThat(next(task, "Bo").id()).isEqualTo(second.id()); // it went back to the others

    decide(task, again, "Ann", "accept");
    assertThat(judged(task).getFirst().decisions()).hasSize(1);
    assertThat(queue.undo(task.id(), "Bo").await()).isEmpty();
  }

  @Test
  void decidingTwiceIsDecidingOnceAndAnotherAnswerTakesItsPlace() {
    var task = make(ReviewKind.RECOMMENDATION, 2, 1, 0);
    var item = next(task, "Ann");
    var presses =
        List.of("accept", "accept", "accept").stream()
            .map(answer -> queue.decide(task, item.id(), "Ann", Answer.of(answer)))
            .toList();
    Future.all(presses).await();
    decide(task, item, "Ann", "reject");
    var kept = judged(task).getFirst().decisions();
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().answer().value()).isEqualTo("reject");
    assertThatThrownBy(() -> decide(task, item, "Ann", "perhaps"))
        .isInstanceOf(InputException.class)
        .hasMessage("\"perhaps\" is no answer here; there are accept, reject, unsure");
  }

  @Test
  void skippedItemsComeLast() {
    var task = make(ReviewKind.RECOMMENDATION, 3, 1, 0);
    var skipped = next(task, "Ann");
    queue.skip(task.id(), skipped.id(), "Ann").await();
    for (int rest = 0; rest < 2; rest++) {
      var item = next(task, "Ann");
      assertThat(item.id()).isNotEqualTo(skipped.id());
      decide(task, item, "Ann", "unsure");
    }
    assertThat(next(task, "Ann").id()).isEqualTo(skipped.id());
  }

  @Test
  void preparationThatDiedGoesOnAndWhatCannotBeProposedIsToldOnce() {
    var order = order(ReviewKind.RECOMMENDATION, 4, 1, 0, Order.RANDOM, List.of(), 3);
    var task = tasks.find(new TaskMaker(POSTGRES.pool()).make(order).await()).await().orElseThrow();
    assertThat(queue.next(task.id(), "Ann").await()).isEmpty(); // nothing is ready
    run(
        "UPDATE review_item SET subject = $2 WHERE task_id = $1 AND position = 0",
        Tuple.of(task.id(), Subject.of(new Candidate("run:1", 1, "x", "y", 0)).json()));
    assertThat(tasks.progress(task, "Ann").await().ready()).isEqualTo(1);

    new Preparation(POSTGRES.pool(), new StubProposals(2)).prepare(task);
    var progress = tasks.progress(task, "Ann").await();
    assertThat(progress.preparing()).isFalse();
    assertThat(progress.items()).isEqualTo(8); // 4 ads, 3 tracks each, the third never exists
    assertThat(progress.dropped()).isEqualTo(4);
    assertThat(tasks.problems(task.id()).await()).containsExactly("the ranking ends at place 2");
  }

  @Test
  void leastCertainComesFirst() {
    var order = order(ReviewKind.MUSIC, 6, 1, 0, Order.UNCERTAIN, List.of(), 1);
    var task = make(order);
    var shares = new ArrayList<Double>();
    for (int i = 0; i < 6; i++) {
      var item = next(task, "Ann");
      shares.add(item.subject().uncertainty());
      decide(task, item, "Ann", "unsure");
    }
    assertThat(shares).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    // Of shares 0/12 to 11/12 the six around one half were drawn.
    assertThat(shares.getLast()).isGreaterThanOrEqualTo(0.25);
  }

  @Test
  void sidesOfABlindComparisonChangeButTheAnswerIsWhatWasMeant() {
    var task = make(ReviewKind.PREFERENCE, ADS, 1, 0);
    int runFirst = 0;
    for (int i = 0; i < 10; i++) {
      var item = next(task, "Ann");
      var shown = item.shown(task, "Ann");
      assertThat(item.shown(task, "Ann")).isEqualTo(shown);
      runFirst += shown.getFirst().option().equals("run:1") ? 1 : 0;
      int wanted = shown.getFirst().option().equals("run:2") ? 0 : 1;
      queue.decide(task, item.id(), "Ann", Answer.of("shown:" + wanted)).await();
    }
    assertThat(runFirst).isBetween(1, 9);
    var preferences = Agreement.preferences(task, judged(task));
    assertThat(preferences.getFirst().option()).isEqualTo("run:2");
    assertThat(preferences.getFirst().wins()).isEqualTo(10);
    assertThat(preferences.getFirst().standing().low()).isGreaterThan(0.5);
  }

  @Test
  void goldTellsWhoIsRightAndKappaWhoAgrees() {
    var task = make(ReviewKind.CATEGORY, 10, 2, 10);
    for (int i = 0; i < 10; i++) {
      decide(task, next(task, "Ann"), "Ann", i < 8 ? "shoes" : "tea");
      decide(task, next(task, "Bo"), "Bo", i < 6 ? "shoes" : "tea");
    }
    var agreement = Agreement.of(task, judged(task));
    assertThat(agreement.reviewers().getFirst().gold()).isEqualTo(10);
    assertThat(agreement.reviewers().getFirst().right()).isEqualTo(8);
    // By hand: 8 of 10 alike, 0.8 * 0.6 + 0.2 * 0.4 = 0.56 by chance.
    assertThat(agreement.pairs().getFirst().kappa().value())
        .isCloseTo((0.8 - 0.56) / 0.44, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void exportedDecisionsComeBackAsTheyWere() {
    var task = make(ReviewKind.RECOMMENDATION, 4, 2, 0);
    var told = "too \"slow\",\nand 吵";
    var said = new Answer("reject", Optional.of(1), Optional.of("pace"), Optional.of(told), 2.5);
    queue.decide(task, next(task, "Ann").id(), "Ann", said).await();
    decide(task, next(task, "Bo"), "Bo", "accept");
    var before = judged(task);
    for (var text :
        List.of(DecisionFile.csv(before), DecisionFile.json(task, before).encodePrettily())) {
      assertThat(take(task, text)).isEqualTo(new ReviewDecisions.Imported(0, 0, 2));
      run("DELETE FROM review_decision");
      assertThat(take(task, text)).isEqualTo(new ReviewDecisions.Imported(2, 0, 0));
      assertThat(judged(task)).isEqualTo(before);
    }
    var changed = DecisionFile.csv(before).replace(",accept,", ",unsure,");
    assertThat(take(task, changed)).isEqualTo(new ReviewDecisions.Imported(0, 1, 1));
  }

  @Test
  void wrongFileIsRefusedByRowAndColumnAndChangesNothing() {
    var task = make(ReviewKind.RECOMMENDATION, 2, 1, 0);
    long item = judged(task).getFirst().id();
    refuses(task, "item,reviewer\n1,Ann\n", "has no column \"answer\"");
    refuses(task, "item,reviewer,answer\n-1,Ann,accept\n", "row 1, column item");
    var start = "item,reviewer,answer,rating\n%d,Ann,accept,5\n".formatted(item);
    refuses(task, start + item + ",Bo,maybe,\n", "row 2, column answer: \"maybe\" is no answer");
    refuses(task, start + item + ",Bo,accept,x\n", "row 2, column rating: \"x\" is no number");
    refuses(task, start + item + ",Bo,accept,9\n", "row 2: a rating lies between 1 and 5");
    refuses(task, start + item + ",Ann,reject,\n", "row 2, column reviewer");
    refuses(task, "{\"decisions\": 3}", "is no JSON with a list");
    refuses(task, "{\"decisions\": null}", "is no JSON with a list");
    refuses(task, "{\"decisions\": [null]}", "row 1, column item: it is empty");
    refuses(task, start + item + ",B\0,accept,\n", "row 2, column reviewer: it holds a character");
    refuses(
        task,
        "item,reviewer,answer,decided_at\n%d,Ann,accept,+99999-01-01T00:00:00Z\n".formatted(item),
        "row 1, column decided_at");
    assertThat(judged(task).getFirst().decisions()).isEmpty();
  }

  @Test
  void majorityCorrectsTheCatalogue() {
    var categories = make(ReviewKind.CATEGORY, 3, 1, 0);
    decide(categories, next(categories, "Ann"), "Ann", "tea");
    decide(categories, next(categories, "Ann"), "Ann", "shoes");
    var changes = changes(categories);
    assertThat(changes).extracting(CorrectedLabels.Change::confirms).containsExactly(false, true);
    assertThat(changes.getFirst().from()).contains("shoes");
    assertThat(changes.getFirst().to()).isEqualTo("tea");
    assertThat(labels.apply(categories).await()).isEqualTo(2);
    assertThat(changes(categories)).as("both are a person's word now").isEmpty();

    var music = make(ReviewKind.MUSIC, ADS, 1, 0);
    for (int i = 0; i < ADS; i++) {
      var item = next(music, "Ann");
      boolean leftOut = item.subject().guesses().getFirst().share() > 0.9;
      decide(music, item, "Ann", leftOut ? "no_music" : "music");
    }
    var changed = changes(music);
    assertThat(changed).isNotEmpty();
    assertThat(labels.apply(music).await()).isEqualTo(changed.size());
    assertThat(changes(music)).isEmpty();
    var counts = new CatalogueView(POSTGRES.pool()).counts().await();
    assertThat(counts.included() + counts.excluded()).isEqualTo(ADS);
  }

  // ---------- shorthand ----------

  private List<CorrectedLabels.Change> changes(ReviewTask task) {
    return labels.changes(task, judged(task)).await();
  }

  private static TaskOrder order(
      ReviewKind kind, int ads, int people, int gold, Order order, List<String> options, int each) {
    return new TaskOrder(
        "test", kind, ads, each, people, gold, order, 1, Optional.of("test"), options);
  }

  private ReviewTask make(ReviewKind kind, int ads, int people, int gold) {
    var options = kind == ReviewKind.PREFERENCE ? List.of("run:1", "run:2") : List.<String>of();
    return make(order(kind, ads, people, gold, Order.RANDOM, options, 1));
  }

  private ReviewTask make(TaskOrder order) {
    var id = new TaskMaker(POSTGRES.pool()).make(order).await();
    var task = tasks.find(id).await().orElseThrow();
    new Preparation(POSTGRES.pool(), new StubProposals(10)).prepare(task);
    return task;
  }

  private ReviewItem next(ReviewTask task, String reviewer) {
    return queue.next(task.id(), reviewer).await().orElseThrow();
  }

  private void decide(ReviewTask task, ReviewItem item, String reviewer, String answer) {
    queue.decide(task, item.id(), reviewer, Answer.of(answer)).await();
  }

  private List<JudgedItem> judged(ReviewTask task) {
    return decisions.items(task.id()).await();
  }

  private ReviewDecisions.Imported take(ReviewTask task, String text) {
    return decisions.importAll(task.id(), new DecisionFile(task, judged(task)).read(text)).await();
  }

  private void refuses(ReviewTask task, String text, String why) {
    assertThatThrownBy(() -> take(task, text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(why);
  }

  private static void expireLeases() {
    run("UPDATE review_lease SET until = now() - interval '1 second'");
  }

  private static void run(String statement) {
    run(statement, Tuple.tuple());
  }

  private static void run(String statement, Tuple values) {
    POSTGRES.pool().preparedQuery(statement).execute(values).await();
  }
}
