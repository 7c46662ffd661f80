package org.yuyin.web.review;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.review.Preparation;
import org.yuyin.review.ReviewTask;
import org.yuyin.storage.InputException;
import org.yuyin.web.Background;

/**
 * Prepares queues one after the other on a thread of its own. Whoever opens a queue that is not
 * whole begins it, so one whose server died meanwhile goes on by itself.
 */
public final class PreparationDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PreparationDesk.class);

  private final Preparation preparation;
  private final Background worker = new Background("review-preparation", 1);
  private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
  private final Map<Long, String> failures = new ConcurrentHashMap<>();

  /** Works with that preparation. */
  public PreparationDesk(Preparation preparation) {
    this.preparation = preparation;
  }

  /** Begins to prepare what a queue lacks, unless that is under way. */
  public void begin(ReviewTask task) {
    if (underWay.add(task.id())) {
      failures.remove(task.id());
      worker
          .run(
              () -> {
                preparation.prepare(task);
                return task;
              })
          .onFailure(failure -> failures.put(task.id(), told(task, failure)))
          .onComplete(done -> underWay.remove(task.id()));
    }
  }

  /** Why the last preparation of a queue broke off; empty when it did not. */
  public Optional<String> failure(long task) {
    return Optional.ofNullable(failures.get(task));
  }

  private static String told(ReviewTask task, Throwable failure) {
    if (failure instanceof InputException mistake) {
      return String.valueOf(mistake.getMessage());
    }
    LOG.error("queue {} cannot be prepared", task.id(), failure);
    return "something went wrong on our side; the log has the details";
  }

  @Override
  public void close() {
    worker.close();
  }
}
