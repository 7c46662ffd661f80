package org.yuyin.web.page;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuyin.catalogue.AdCard;
import org.yuyin.review.ReviewItem;
import org.yuyin.review.ReviewTask;
import org.yuyin.review.ReviewTasks.Progress;
import org.yuyin.web.Sources;
import org.yuyin.web.View;
import org.yuyin.web.review.Reviewer;

/**
 * {@code /review/ID/item}: what the reviewer is to judge now. Looking at it leases it, so that
 * nobody else gets it meanwhile; looking again shows the same and renews the lease.
 */
final class ReviewItemPiece implements Page {
  // Words for why: each is stored as it is, and said by a phrase.
  private static final List<String> REASONS = List.of("mood", "pace", "style", "voice", "sound");

  private final Sources sources;

  ReviewItemPiece(Sources sources) {
    this.sources = sources;
  }

  /** Why there is nothing to judge. */
  enum Pause {
    /** The reviewer has no name. */
    NAMELESS,
    /** The model is still to say what is judged. */
    PREPARING,
    /** What is left is on other people's screens. */
    BUSY,
    /** Everything is judged. */
    DONE
  }

  @Override
  public String path() {
    return "/review/:taskId/item";
  }

  @Override
  public Future<View> show(RoutingContext request) {
    var reviewer = Reviewer.of(request);
    return sources
        .review()
        .task(request)
        .compose(task -> reviewer.map(name -> next(task, name)).orElseGet(() -> nameless(task)));
  }

  private Future<View> nameless(ReviewTask task) {
    return sources.review().tasks().progress(task, "").map(now -> pause(task, now, Pause.NAMELESS));
  }

  private Future<View> next(ReviewTask task, String reviewer) {
    var queue = sources.review().queue();
    return queue
        .next(task.id(), reviewer)
        .compose(
            item -> {
              var progress = sources.review().tasks().progress(task, reviewer);
              var busy = queue.busyElsewhere(task.id(), reviewer);
              var ad =
                  item.map(it -> sources.catalogue().ad(it.adId()))
                      .orElseGet(() -> Future.succeededFuture(Optional.empty()));
              var merged = sources.catalogue().mergedCategories();
              return Future.all(progress, busy, ad, merged)
                  .map(
                      done ->
                          item.isPresent() && ad.result().isPresent()
                              ? judge(
                                  task, progress.result(), reviewer, item.get(), ad.result().get())
                              : pause(
                                  task, progress.result(), why(progress.result(), busy.result())));
            });
  }

  private static Pause why(Progress progress, long busy) {
    if (progress.preparing()) {
      return Pause.PREPARING;
    }
    return busy > 0 ? Pause.BUSY : Pause.DONE;
  }

  private View pause(ReviewTask task, Progress progress, Pause why) {
    return View.piece(
        "review-pause",
        Map.of(
            "task", task,
            "progress", progress,
            "pause", why.name(),
            "failure", sources.review().preparation().failure(task.id()),
            "item", Optional.empty(),
            "reviewer", Optional.empty()));
  }

  private static View judge(
      ReviewTask task, Progress progress, String reviewer, ReviewItem item, AdCard ad) {
    var values = new HashMap<String, Object>();
    values.put("task", task);
    values.put("progress", progress);
    values.put("reviewer", Optional.of(reviewer));
    values.put("item", Optional.of(item));
    values.put("ad", ad);
    values.put("wide", ad.width().orElse(1) >= ad.height().orElse(1));
    values.put("candidates", item.shown(task, reviewer));
    values.put("choices", CategoryChoice.of(task, item));
    values.put("reasons", REASONS);
    return View.piece("review-item", values);
  }
}
