package org.yuyin.web.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of an answer as a stream that waits until the network has taken what was written; not
 * for event loops. Closing it does not end the answer.
 */
final class ResponseStream extends OutputStream {
  private final HttpServerResponse response;

  ResponseStream(HttpServerResponse response) {
    this.response = response;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      response.write(Buffer.buffer(length).appendBytes(bytes, from, length)).await();
    } catch (Exception e) {
      throw new IOException("the browser no longer listens", e);
    }
  }
}
