package org.yuyin.web.ranking;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yuyin.web.Background;
import org.yuyin.web.Refusal;
import org.yuyin.web.ranking.MusicRanker.Stage;

/**
 * Takes requests for music and works them off one after the other on a worker thread: describing
 * pictures keeps every core busy by itself. Asking twice for the same ad joins the work under way,
 * or takes its result if that is a few seconds old at most: whoever polls must find the end.
 */
public final class RankingDesk implements AutoCloseable {
  /** Most tracks that are ever ranked for one request. */
  public static final int MOST = 100;

  private static final int LONGEST_QUEUE = 24;
  private static final long KEPT_MS = 10_000;

  private final Vertx vertx;
  private final MusicRanker ranker;
  private final Background worker = new Background("ranking", 1);
  private final Map<Question, Task> tasks = new ConcurrentHashMap<>();

  /** Works with that ranker. */
  public RankingDesk(Vertx vertx, MusicRanker ranker) {
    this.vertx = vertx;
    this.ranker = ranker;
  }

  /** Work under way or done. */
  public static final class Task {
    private volatile Stage stage = Stage.WAITING;
    private Future<Ranking> ranking = Future.failedFuture("not begun");

    private Task() {}

    /** What it is busy with. */
    public Stage stage() {
      return stage;
    }

    /** Its end. */
    public Future<Ranking> ranking() {
      return ranking;
    }
  }

  /** Begins to rank, or joins the ranking for the same question that is under way. */
  public synchronized Task ask(Question question) {
    var known = tasks.get(question);
    if (known != null) {
      return known;
    }
    var waiting = tasks.values().stream().filter(task -> !task.ranking.isComplete()).count();
    if (waiting >= LONGEST_QUEUE) {
      throw Refusal.notReady(
          "%d ads are waiting for music already; try again in a minute.".formatted(waiting));
    }
    var task = new Task();
    tasks.put(question, task);
    task.ranking =
        worker
            .run(() -> ranker.rank(question, MOST, stage -> task.stage = stage))
            .onComplete(done -> vertx.setTimer(KEPT_MS, timer -> tasks.remove(question, task)));
    return task;
  }

  /** Whether music for an ad is being looked for, or waits to be. */
  public boolean worksOn(long ad) {
    return tasks.entrySet().stream()
        .anyMatch(it -> it.getKey().adId() == ad && !it.getValue().ranking.isComplete());
  }

  @Override
  public void close() {
    worker.close();
  }
}
