package org.yuyin.feature.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.feature.WeightsFile;
import org.yuyin.feature.WeightsPlaces;
import org.yuyin.storage.AtomicFile;
import org.yuyin.storage.Folders;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;
import org.yuyin.storage.Leftovers;

/**
 * Fetches the weights of Inception v3 from the npm package nsfwjs and converts them, once. Needs
 * npm, a network, and some seconds; about 90 MB stay in the models folder.
 */
public final class InceptionSetup {
  private static final Logger log = LoggerFactory.getLogger(InceptionSetup.class);
  private static final NpmPackage PACKAGE = new NpmPackage("nsfwjs@4.4.0", Duration.ofMinutes(5));

  private static final String SCRATCH = "fetch-";

  private final WeightsFile weights = WeightsFile.named(InceptionExtractor.NAME);

  /**
   * Leaves verified weights in the models folder, which is made when missing.
   *
   * @return false when they were there already, or a folder of one's own is used instead
   * @throws InputException in one line, when npm, the network or the disk does not allow it
   */
  public boolean run(Path models) {
    if (new InceptionSource(WeightsPlaces.in(models)).isOwn()) {
      return false;
    }
    if (weights.missing(models).isEmpty()) {
      weights.verify(models);
      return false;
    }
    try {
      Files.createDirectories(models);
      Leftovers.remove(models, SCRATCH + "*");
      var scratch = Files.createTempDirectory(models, SCRATCH);
      try {
        log.info("fetching the weights of {} ({})", weights.name(), weights.source());
        convert(PACKAGE.packInto(scratch), scratch, models);
      } finally {
        Folders.delete(scratch);
      }
    } catch (IOException e) {
      throw new InputException(
          "the weights of %s cannot be set up in %s: %s"
              .formatted(weights.name(), models, IoProblems.reason(e)),
          e);
    }
    return true;
  }

  /** The file takes its name only after it was found to be exactly what it should be. */
  private void convert(Path tarball, Path scratch, Path models) throws IOException {
    new InceptionWeights(NsfwjsPackage.model(tarball)).write(weights.in(scratch));
    weights.verify(scratch);
    AtomicFile.moveInto(weights.in(scratch), weights.in(models));
  }
}
