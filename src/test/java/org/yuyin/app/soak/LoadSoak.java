package org.yuyin.app.soak;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests a second and how long they take, of the pages and the interface, beside a server that
 * only says hello; then the same while a model is trained. See docs/reliability.md.
 */
public final class LoadSoak {
  private static final List<Integer> CONNECTIONS = List.of(1, 16, 128);
  private static final int WARM_UP_SECONDS = 3;

  private LoadSoak() {}

  /**
   * Arguments: the program, seconds for each measurement, a data folder with a model in service.
   */
  public static void main(String[] arguments) throws Exception {
    var program = Path.of(arguments[0]).toAbsolutePath();
    var length = Duration.ofSeconds(Long.parseLong(arguments[1]));
    var data =
        arguments.length > 2
            ? Path.of(arguments[2])
            : demo(program, Files.createTempDirectory("yuyin-load-"));
    int port = freePort();
    var log = Files.createTempFile("yuyin-load-", ".log");
    var hello = hello();
    var server =
        start(
            log,
            program.toString(),
            "serve",
            "--port",
            String.valueOf(port),
            "--data",
            data.toString());
    try {
      await(port);
      long before = blocked(log);
      measure(hello.port(), port, length, "");
      System.out.printf("event loops busy for over 50 ms: %d times%n", blocked(log) - before);
      train(port);
      Thread.sleep(5000);
      before = blocked(log);
      measure(hello.port(), port, length, " while a model is trained");
      System.out.printf("event loops busy for over 50 ms: %d times%n", blocked(log) - before);
    } finally {
      hello.process().destroy();
      server.destroy();
      server.waitFor();
    }
  }

  private record Hello(Process process, int port) {}

  private static Hello hello() throws IOException {
    int port = freePort();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                HelloServer.class.getName(),
                "" + port)
            .start();
    process.inputReader().readLine();
    return new Hello(process, port);
  }

  private static void measure(int hello, int port, Duration length, String when) throws Exception {
    System.out.printf("%nRequests a second, and milliseconds (median / 99 of 100)%s%n", when);
    System.out.printf(
        "%-34s%s%n", "", row(CONNECTIONS.stream().map(it -> it + " connections").toList()));
    var targets = new LinkedHashMap<String, Load>();
    targets.put("Vert.x says hello", new Load(hello, List.of("/")));
    targets.put("health", new Load(port, List.of("/health")));
    targets.put("recommendations", new Load(port, recommendations(port)));
    targets.put("list of ads (interface)", new Load(port, List.of("/api/v1/ads?limit=20")));
    targets.put("home page", new Load(port, List.of("/")));
    targets.put("ads page", new Load(port, List.of("/ads")));
    targets.put("style sheet", new Load(port, List.of("/assets/css/style.css")));
    for (Map.Entry<String, Load> target : targets.entrySet()) {
      target.getValue().run(16, Duration.ofSeconds(WARM_UP_SECONDS));
      var cells = new ArrayList<String>();
      for (int connections : CONNECTIONS) {
        var outcome = target.getValue().run(connections, length);
        cells.add(
            "%.0f/s %.1f / %.1f%s"
                .formatted(
                    outcome.perSecond(),
                    outcome.p50(),
                    outcome.p99(),
                    outcome.failures() == 0 ? "" : " (%d failed)".formatted(outcome.failures())));
      }
      System.out.printf("%-34s%s%n", target.getKey(), row(cells));
    }
  }

  private static String row(List<String> cells) {
    return String.join("", cells.stream().map("%-28s"::formatted).toList());
  }

  /** Of different ads, so that hardly any answer is a repetition of the one before. */
  private static List<String> recommendations(int port) throws Exception {
    return get(port, "/api/v1/ads?state=included&limit=50").getJsonArray("items").stream()
        .map(ad -> "/api/v1/ads/%d/recommendations".formatted(((JsonObject) ad).getLong("id")))
        .toList();
  }

  private static void train(int port) throws Exception {
    var dataset =
        get(port, "/api/v1/datasets").getJsonArray("items").getJsonObject(0).getString("label");
    var order = JsonObject.of("dataset", dataset, "settings", JsonObject.of("epochs", 2000));
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1/runs".formatted(port)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(order.encode()))
            .build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }

  private static JsonObject get(int port, String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return new JsonObject(
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static void await(int port) throws Exception {
    for (int attempt = 0; attempt < 600; attempt++) {
      try {
        get(port, "/health");
        return;
      } catch (IOException e) {
        Thread.sleep(200);
      }
    }
    throw new IllegalStateException("the server does not start");
  }

  private static Path demo(Path program, Path folder) throws Exception {
    System.out.println("making a demo catalogue to ask about; some minutes ...");
    var log = folder.resolve("demo.log");
    int exit =
        start(log, program.toString(), "demo", "--exit", "--data", folder.toString()).waitFor();
    if (exit != 0) {
      throw new IllegalStateException("no demo; see " + log);
    }
    return folder;
  }

  private static Process start(Path log, String... command) throws IOException {
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("YUYIN_JAVA_OPTIONS", "-Dyuyin.loop.ms=50");
    return builder.start();
  }

  private static long blocked(Path log) throws IOException {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains("has been blocked")).count();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
