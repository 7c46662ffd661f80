package org.yuyin.web.review;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import org.yuyin.review.CorrectedLabels;
import org.yuyin.review.Preparation;
import org.yuyin.review.Proposals;
import org.yuyin.review.ReviewDecisions;
import org.yuyin.review.ReviewQueue;
import org.yuyin.review.ReviewTask;
import org.yuyin.review.ReviewTasks;
import org.yuyin.review.TaskMaker;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/**
 * Everything that reviewing works with.
 *
 * @param maker makes queues
 * @param tasks lists them
 * @param queue hands items out and takes decisions in
 * @param decisions tells and imports what was decided
 * @param labels corrects the catalogue
 * @param preparation gets queues ready
 */
public record ReviewRoom(
    TaskMaker maker,
    ReviewTasks tasks,
    ReviewQueue queue,
    ReviewDecisions decisions,
    CorrectedLabels labels,
    PreparationDesk preparation)
    implements AutoCloseable {
  /** Reviews what those proposals propose. */
  public static ReviewRoom of(Pool pool, Proposals proposals) {
    return new ReviewRoom(
        new TaskMaker(pool),
        new ReviewTasks(pool),
        new ReviewQueue(pool),
        new ReviewDecisions(pool),
        new CorrectedLabels(pool),
        new PreparationDesk(new Preparation(pool, proposals)));
  }

  /** The queue that a path names as {@code :taskId}. */
  public Future<ReviewTask> task(RoutingContext request) {
    var id = Params.id(request, "taskId");
    return tasks
        .find(id)
        .map(
            found ->
                found.orElseThrow(() -> Refusal.notFound("There is no review queue " + id + ".")));
  }

  @Override
  public void close() {
    preparation.close();
  }
}
