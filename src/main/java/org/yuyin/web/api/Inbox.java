package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.streams.ReadStream;
import java.nio.file.Path;
import java.util.UUID;
import org.yuyin.web.Refusal;

/**
 * Writes what somebody sends into a file of a name that we choose. A body beyond the limit is
 * refused while it arrives, and nothing stays behind.
 */
final class Inbox {
  private static final long MEGABYTE = 1_000_000;

  private final Vertx vertx;
  private final Path folder;
  private final long limitBytes;

  Inbox(Vertx vertx, Path folder, long limitBytes) {
    this.vertx = vertx;
    this.folder = folder;
    this.limitBytes = limitBytes;
  }

  /** Refuses a length that is announced beyond the limit. */
  void check(long announcedBytes) {
    if (announcedBytes > limitBytes) {
      throw tooLarge();
    }
  }

  /** The file that holds the whole body; whoever gets it deletes it. The stream must be paused. */
  Future<Path> receive(ReadStream<Buffer> body) {
    var file = folder.resolve("upload-" + UUID.randomUUID());
    var options = new OpenOptions().setCreateNew(true).setWrite(true);
    return vertx
        .fileSystem()
        .open(file.toString(), options)
        .compose(open -> write(body, open))
        .compose(received -> checkWritten(file, received))
        .recover(failure -> discard(file).transform(gone -> Future.failedFuture(failure)));
  }

  /** Deletes a received file; one that is gone already is fine. */
  Future<Void> discard(Path file) {
    return vertx.fileSystem().delete(file.toString()).otherwiseEmpty();
  }

  /** A full disk may show only after the last piece has been handed over. */
  private Future<Path> checkWritten(Path file, long received) {
    return vertx
        .fileSystem()
        .props(file.toString())
        .compose(
            written ->
                written.size() == received
                    ? Future.succeededFuture(file)
                    : Future.failedFuture(
                        Refusal.notReady("The disk of the data folder seems to be full.")));
  }

  private Future<Long> write(ReadStream<Buffer> body, AsyncFile file) {
    var done = Promise.<Long>promise();
    file.exceptionHandler(done::tryFail);
    body.exceptionHandler(done::tryFail);
    var writer = new Writer(body, file, done);
    body.endHandler(end -> done.tryComplete(writer.received));
    body.handler(writer);
    body.resume();
    return done.future().onFailure(failure -> body.resume()).eventually(file::close);
  }

  private Refusal tooLarge() {
    return Refusal.tooLarge(
        "A file may have up to %,d MB; this file is larger.".formatted(limitBytes / MEGABYTE));
  }

  /** Counts and writes; holds the sender back while the disk is slower. */
  private final class Writer implements Handler<Buffer> {
    private final ReadStream<Buffer> body;
    private final AsyncFile file;
    private final Promise<Long> done;
    private long received;

    Writer(ReadStream<Buffer> body, AsyncFile file, Promise<Long> done) {
      this.body = body;
      this.file = file;
      this.done = done;
    }

    @Override
    public void handle(Buffer piece) {
      if (done.future().isComplete()) {
        return; // the rest of what was refused
      }
      received += piece.length();
      if (received > limitBytes) {
        done.tryFail(tooLarge());
        return;
      }
      file.write(piece).onFailure(done::tryFail);
      if (file.writeQueueFull()) {
        body.pause();
        file.drainHandler(drained -> body.resume());
      }
    }
  }
}
