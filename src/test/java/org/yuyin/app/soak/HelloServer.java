package org.yuyin.app.soak;

import io.vertx.core.Vertx;

/** What Vert.x alone can do on this machine: the measure of everything that we put on it. */
public final class HelloServer {
  private HelloServer() {}

  /** Argument: the port. */
  public static void main(String[] arguments) {
    Vertx.vertx()
        .createHttpServer()
        .requestHandler(request -> request.response().end("hello"))
        .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
        .await();
    System.out.println("listening");
  }
}
