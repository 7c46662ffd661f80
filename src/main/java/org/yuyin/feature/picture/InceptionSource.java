package org.yuyin.feature.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuyin.feature.Checkpoint;
import org.yuyin.feature.WeightsFile;
import org.yuyin.feature.WeightsPlaces;
import org.yuyin.feature.WeightsState;
import org.yuyin.feature.WeightsVersion;
import org.yuyin.storage.InputException;
import org.yuyin.storage.Safetensors;

/**
 * The weights that Inception v3 runs with: a file of one's own under torchvision's names, when a
 * place was given or the models folder has the sub-folder {@code inception-v3}; otherwise the file
 * that {@link InceptionSetup} fetches.
 */
final class InceptionSource {
  private static final int FETCHED_VERSION = 1;
  private static final int COLOURS = 3;

  private final WeightsFile fetched = WeightsFile.named(InceptionExtractor.NAME);
  private final Path models;
  private final @Nullable Path own;
  private @Nullable Integer ownVersion;

  InceptionSource(WeightsPlaces places) {
    this.models = places.models();
    var place = places.of(InceptionExtractor.NAME);
    boolean used = places.given(InceptionExtractor.NAME).isPresent() || Files.isDirectory(place);
    this.own = used ? Checkpoint.at(place).weights() : null;
  }

  /** Whether it is a file of one's own. */
  boolean isOwn() {
    return own != null;
  }

  String publisher() {
    return own == null ? fetched.source() : "weights of " + own;
  }

  String licence() {
    return own == null ? fetched.licence() : "that of the weights put in place";
  }

  /** Why the weights cannot be used; empty when they look right. */
  Optional<String> unavailable() {
    if (own == null) {
      return fetched.missing(models);
    }
    try {
      checkOwn(own);
      return Optional.empty();
    } catch (InputException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Of the vectors; {@link WeightsVersion#NONE} while a file of one's own cannot be used. */
  int version() {
    if (own == null) {
      return FETCHED_VERSION;
    }
    return unavailable().isEmpty() ? checkOwn(own) : WeightsVersion.NONE;
  }

  /** Checks header and shapes once, and gives the version. */
  private synchronized int checkOwn(Path file) {
    if (ownVersion == null) {
      ownVersion = read(file);
    }
    return ownVersion;
  }

  private static int read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "%s is not there: put Inception v3 under torchvision's names there, as safetensors"
              .formatted(file));
    }
    try (var opened = Safetensors.open(file)) {
      InceptionTensors.of(InceptionV3.body(), COLOURS, InceptionFlavour.of(opened))
          .forEach(opened::require);
      return WeightsVersion.of(opened.fingerprint());
    }
  }

  /** Loads the network. */
  InceptionNet load() {
    if (own == null) {
      try (var file = fetched.open(models)) {
        return new InceptionNet(InceptionV3.body(), file);
      }
    }
    if (read(own) != checkOwn(own)) {
      throw new InputException(
          "%s was replaced while the program ran: start it again".formatted(own));
    }
    try (var file = Safetensors.open(own)) {
      return new InceptionNet(InceptionV3.body(), file);
    }
  }

  WeightsState verify() {
    var file = own == null ? fetched.in(models) : own;
    return WeightsState.of(
        fetched,
        file,
        () -> {
          load().close();
          return own == null ? fetched.source() : "weights of your own, all tensors found";
        });
  }
}
