package org.yuyin.app.soak;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Requests over kept connections, each of which asks again as soon as it is answered.
 *
 * @param port of the server on this machine
 * @param paths asked in turn
 */
record Load(int port, List<String> paths) {
  private static final int PATIENCE_MS = 60_000;

  /**
   * What came of it.
   *
   * @param perSecond answers
   * @param p50 milliseconds that half of them took at most
   * @param p99 milliseconds that 99 of 100 took at most
   * @param failures answers of another status than 200, and connections that broke
   */
  record Outcome(double perSecond, double p50, double p99, long failures) {}

  private record Measured(List<Long> nanos, long failures) {}

  Outcome run(int connections, Duration length) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long end = System.nanoTime() + length.toNanos();
      var running = new ArrayList<Future<Measured>>();
      for (int connection = 0; connection < connections; connection++) {
        int first = connection;
        running.add(threads.submit(() -> ask(first, end)));
      }
      var nanos = LongStream.builder();
      long failures = 0;
      for (var one : running) {
        one.get().nanos().forEach(nanos::add);
        failures += one.get().failures();
      }
      var sorted = nanos.build().sorted().toArray();
      return new Outcome(
          sorted.length / (length.toMillis() / 1000.0),
          at(sorted, 0.5),
          at(sorted, 0.99),
          failures);
    }
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }

  private Measured ask(int first, long end) {
    var nanos = new ArrayList<Long>();
    long failures = 0;
    int next = first;
    while (System.nanoTime() < end) {
      try (var socket = new Socket("127.0.0.1", port)) {
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        var in = new BufferedInputStream(socket.getInputStream());
        while (System.nanoTime() < end) {
          long began = System.nanoTime();
          var request = "GET %s HTTP/1.1\r\nHost: localhost:%d\r\n\r\n";
          var path = paths.get(next++ % paths.size());
          socket
              .getOutputStream()
              .write(request.formatted(path, port).getBytes(StandardCharsets.US_ASCII));
          failures += readAnswer(in) == 200 ? 0 : 1;
          nanos.add(System.nanoTime() - began);
        }
      } catch (IOException e) {
        failures++;
      }
    }
    return new Measured(nanos, failures);
  }

  private static int readAnswer(InputStream in) throws IOException {
    var status = Integer.parseInt(line(in).split(" ")[1]);
    int length = 0;
    for (var header = line(in); !header.isEmpty(); header = line(in)) {
      var parts = header.split(":", 2);
      if (parts[0].equalsIgnoreCase("content-length")) {
        length = Integer.parseInt(parts[1].strip());
      }
    }
    in.skipNBytes(length);
    return status;
  }

  private static String line(InputStream in) throws IOException {
    var bytes = new byte[8192];
    int length = 0;
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || length == bytes.length) {
        throw new IOException("no answer");
      }
      bytes[length++] = (byte) c;
    }
    return new String(Arrays.copyOf(bytes, length), StandardCharsets.ISO_8859_1).strip();
  }
}
