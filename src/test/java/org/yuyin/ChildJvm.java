package org.yuyin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.yuyin.storage.Folders;

/** Another process of ours, started as {@code scripts/yuyin} starts one, that can be killed. */
public final class ChildJvm implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Path FLAGS = Path.of("scripts", "jvm.flags").toAbsolutePath();

  private final Process process;
  private final Path folder;

  private ChildJvm(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * What a process left.
   *
   * @param exitCode as the shell sees it
   * @param out standard output
   * @param err standard error
   */
  public record Ended(int exitCode, String out, String err) {}

  /** Starts a main class of the test's class path. */
  public static ChildJvm start(Class<?> main, String... arguments) throws IOException {
    return start(Map.of(), List.of(), main.getName(), arguments);
  }

  /**
   * The same with more in the environment and before {@code java}, such as {@code setpriv}.
   *
   * @param prefix stands before the command
   */
  public static ChildJvm start(
      Map<String, String> environment, List<String> prefix, String main, String... arguments)
      throws IOException {
    var folder = Files.createTempDirectory("yuyin-child-");
    var command = new ArrayList<>(prefix);
    // Tests that run in the background ignore Ctrl-C, and so would what they start.
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("@" + FLAGS, "-Xmx1g"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().putAll(environment);
    return new ChildJvm(builder.start(), folder);
  }

  /** Waits until it has printed this anywhere; fails when it ends without. */
  public void awaitText(String text) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!said().contains(text)) {
      boolean over = !process.isAlive() || System.nanoTime() > deadline;
      if (over && !said().contains(text)) {
        throw new AssertionError("never said \"%s\" but: %s".formatted(text, said()));
      }
      Thread.sleep(Duration.ofMillis(20));
    }
  }

  /** What it has printed so far: standard output, then standard error. */
  public String said() throws IOException {
    return read("out") + read("err");
  }

  /** kill -9. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ctrl-C, as a terminal sends it. */
  public void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
  }

  /** Ends its standard input. */
  public void endInput() throws IOException {
    process.getOutputStream().close();
  }

  /** Waits for its end. */
  public Ended end() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("does not end; it said: " + said());
    }
    return new Ended(process.exitValue(), read("out"), read("err"));
  }

  private String read(String name) throws IOException {
    return new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
  }

  /** Kills it when it is still there, and forgets what it said. */
  @Override
  public void close() throws IOException, InterruptedException {
    kill();
    Folders.delete(folder);
  }
}
