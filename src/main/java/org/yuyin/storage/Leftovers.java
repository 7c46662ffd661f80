package org.yuyin.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What killed processes left in scratch folders. Others may be at work there, so only what nobody
 * has touched for an hour goes; a finished process clears up after itself.
 */
public final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final Duration UNTOUCHED = Duration.ofHours(1);

  private Leftovers() {}

  /**
   * Deletes old files and folders directly below a folder. What cannot be deleted stays, with a
   * line in the log: it harms nothing but costs space.
   *
   * @param glob which names, such as {@code fetch-*}
   */
  public static void remove(Path folder, String glob) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    var limit = Instant.now().minus(UNTOUCHED);
    try (var found = Files.newDirectoryStream(folder, glob)) {
      for (var file : found) {
        removeIfOlder(file, limit);
      }
    } catch (IOException e) {
      LOG.warn("{} could not be cleared up: {}", folder, IoProblems.reason(e));
    }
  }

  private static void removeIfOlder(Path file, Instant limit) {
    try (Stream<Path> files = Files.walk(file)) {
      if (files.allMatch(each -> touched(each).isBefore(limit))) {
        Folders.delete(file);
      }
    } catch (IOException e) {
      LOG.warn("{} is left over and can be deleted: {}", file, IoProblems.reason(e));
    }
  }

  private static Instant touched(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.MAX; // gone meanwhile, or not ours to judge
    }
  }
}
