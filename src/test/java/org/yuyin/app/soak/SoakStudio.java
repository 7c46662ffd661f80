package org.yuyin.app.soak;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.EmbeddedServer;

/**
 * A studio as an operator runs it, server and worker in processes of their own on one data folder
 * with its embedded database; what is killed is started again, as a supervisor would.
 */
final class SoakStudio implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path program;
  private final DataFolder data;
  private final Path log;
  private final int port;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private Process server;
  private Process worker;

  SoakStudio(Path program, Path root) throws IOException {
    this.program = program;
    this.data = EmbeddedServer.newFolder(root);
    this.log = root.resolve("soak.log");
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server = start("serve", "--port", String.valueOf(port));
    worker = start("worker");
  }

  DataFolder data() {
    return data;
  }

  /** A command of the program on the data folder; its output goes to the log. */
  Process start(String... command) throws IOException {
    var all = new java.util.ArrayList<>(List.of(program.toString()));
    all.addAll(List.of(command));
    all.addAll(List.of("--data", data.root().toString()));
    var builder = new ProcessBuilder(all);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("YUYIN_JAVA_OPTIONS", "-Xmx700m");
    return builder.start();
  }

  void killServer() throws IOException, InterruptedException {
    kill(server);
    server = start("serve", "--port", String.valueOf(port));
  }

  void killWorker() throws IOException, InterruptedException {
    kill(worker);
    worker = start("worker");
  }

  /** The server starts it again by itself. */
  void killDatabase() throws Exception {
    if (EmbeddedServer.process(data) != 0) {
      EmbeddedServer.kill(data);
    }
  }

  /** How many decoders were killed. */
  int killDecoders() {
    int killed = 0;
    for (var decoder : decoders()) {
      killed += decoder.destroyForcibly() ? 1 : 0;
    }
    return killed;
  }

  private static List<ProcessHandle> decoders() {
    return ProcessHandle.current()
        .descendants()
        .filter(
            it ->
                it.info()
                    .command()
                    .filter(name -> name.contains("ffmpeg") || name.contains("ffprobe"))
                    .isPresent())
        .toList();
  }

  private static void kill(Process process) throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  /** Until pages are answered; false when that takes longer. */
  boolean awaitAnswer(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < end) {
      if (send("GET", "/health", "", Map.of()).filter(it -> it.statusCode() == 200).isPresent()) {
        return true;
      }
      Thread.sleep(100);
    }
    return false;
  }

  /** The answer; empty when there was none, so that nobody knows whether it was carried out. */
  Optional<HttpResponse<String>> send(
      String method, String path, String body, Map<String, String> headers) {
    return send(method, path, HttpRequest.BodyPublishers.ofString(body), headers);
  }

  Optional<HttpResponse<String>> send(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(PATIENCE)
            .method(method, body);
    headers.forEach(request::header);
    try {
      return Optional.of(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The JSON of an answer that says yes. */
  static Optional<JsonObject> accepted(Optional<HttpResponse<String>> answer) {
    return answer.filter(it -> it.statusCode() / 100 == 2).map(it -> new JsonObject(it.body()));
  }

  @Override
  public void close() throws InterruptedException {
    for (var process : List.of(worker, server)) {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        kill(process);
      }
    }
  }
}
