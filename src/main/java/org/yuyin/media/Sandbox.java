package org.yuyin.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps child processes off the network where the system allows it: as root by a network of their
 * own without any way out, otherwise by the same within a user namespace. Tried once, when the
 * first child starts.
 */
public final class Sandbox {
  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
  private static final Path UNSHARE = Path.of("/usr/bin/unshare");
  private static final List<String> WAYS = List.of("--net", "--map-root-user --net");
  private static final int LONGEST_SECONDS = 10;

  private Sandbox() {}

  /** Waits for the first use, so that the trial is not paid by programs without children. */
  private static final class Found {
    private static final List<String> PREFIX = find();
  }

  /** Whether child processes that read media are without a network. */
  public static boolean isolatesNetwork() {
    return !Found.PREFIX.isEmpty();
  }

  /** What stands before a command so that it runs without a network; empty where that cannot be. */
  static List<String> prefix() {
    return Found.PREFIX;
  }

  private static List<String> find() {
    for (var way : WAYS) {
      var prefix = new ArrayList<>(List.of(UNSHARE.toString()));
      prefix.addAll(List.of(way.split(" ", -1)));
      if (Files.isExecutable(UNSHARE) && works(prefix)) {
        return List.copyOf(prefix);
      }
    }
    LOG.warn(
        "this system does not let ffmpeg run without a network (unshare); its allowed protocols"
            + " and its limits protect all the same");
    return List.of();
  }

  private static boolean works(List<String> prefix) {
    var command = new ArrayList<>(prefix);
    command.add("/bin/true");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
