package org.yuyin.web.api;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.yuyin.web.Background;
import org.yuyin.web.Names;
import org.yuyin.web.Params;
import org.yuyin.web.Refusal;

/**
 * Receives a media file, as the body itself with {@code ?name=} or as the first file of a multipart
 * form, and has it taken in on a worker thread.
 */
final class Incoming {
  /** Each holds a file of up to the limit on the disk until it has been examined. */
  static final int AT_ONCE = 24;

  private static final String COME_AGAIN_SECONDS = "5";

  private final AtomicInteger underWay = new AtomicInteger();
  private final Inbox inbox;
  private final Background workers;

  Incoming(Inbox inbox, Background workers) {
    this.inbox = inbox;
    this.workers = workers;
  }

  private record Received(Path file, String name) {}

  /**
   * What the taker makes of the file that a request brings.
   *
   * @param unnamed how a file is called that has no name
   * @param taker gets the file and its name; the file is deleted afterwards
   */
  <T> Future<T> take(RoutingContext request, String unnamed, BiFunction<Path, String, T> taker) {
    if (underWay.incrementAndGet() > AT_ONCE) {
      underWay.decrementAndGet();
      request.response().putHeader("Retry-After", COME_AGAIN_SECONDS);
      return Future.failedFuture(
          Refusal.notReady(
              "%d files are being received already; send this one again in a moment."
                  .formatted(AT_ONCE)));
    }
    return received(request, unnamed, taker).onComplete(done -> underWay.decrementAndGet());
  }

  private <T> Future<T> received(
      RoutingContext request, String unnamed, BiFunction<Path, String, T> taker) {
    return receive(request, unnamed)
        .compose(
            received ->
                workers
                    .run(() -> taker.apply(received.file(), received.name()))
                    .eventually(() -> inbox.discard(received.file())));
  }

  private Future<Received> receive(RoutingContext request, String unnamed) {
    var http = request.request();
    var announced = http.getHeader("Content-Length");
    if (announced != null && announced.matches("\\d{1,18}")) {
      inbox.check(Long.parseLong(announced));
    }
    var type = String.valueOf(http.getHeader("Content-Type")).toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/form-data")) {
      return firstFile(http, unnamed);
    }
    var name = Names.ofFile(Params.word(request, "name").orElse(""), unnamed);
    http.pause();
    return received(http, name);
  }

  /** The first file of a form is taken, what else it holds is read away. */
  private Future<Received> firstFile(HttpServerRequest http, String unnamed) {
    var first = Promise.<Future<Received>>promise();
    http.setExpectMultipart(true);
    http.uploadHandler(
        file -> {
          if (first.future().isComplete()) {
            file.handler(rest -> {});
          } else {
            file.pause();
            first.complete(received(file, Names.ofFile(file.filename(), unnamed)));
          }
        });
    http.exceptionHandler(first::tryFail);
    http.endHandler(end -> first.tryFail(Refusal.badRequest("The form holds no file; send one.")));
    return first.future().compose(received -> received);
  }

  private Future<Received> received(ReadStream<Buffer> body, String name) {
    return inbox.receive(body).map(file -> new Received(file, name));
  }
}
