package org.yuyin.feature.transformer;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuyin.feature.Checkpoint;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.Modality;
import org.yuyin.feature.WeightsFile;
import org.yuyin.feature.WeightsState;
import org.yuyin.feature.WeightsVersion;
import org.yuyin.storage.InputException;
import org.yuyin.storage.TensorShape;

/**
 * A published network in its place: looked at when it is first asked about, loaded when it is first
 * run. Any thread may use it; one runs it at a time, since a batch keeps every core busy and takes
 * some hundred megabytes.
 *
 * @param <D> what is known of the network before its weights are loaded
 */
public final class PublishedModel<D extends PublishedModel.Description> implements AutoCloseable {
  /** What is known of a network before its weights are loaded. */
  public interface Description {
    /** The tensors it needs. */
    Stream<TensorShape> tensors();

    /** Values of a vector. */
    int width();

    /** Drawn from the content, so that vectors of two checkpoints are never mixed. */
    int version();

    /** Its sizes in one line. */
    String sizes();
  }

  private final WeightsFile published;
  private final Checkpoint place;
  private final String prefix;
  private final BiFunction<Checkpoint, PublishedTensors, D> reader;
  private final Path[] others;
  private final Object running = new Object();
  private @Nullable D description;
  private @Nullable NetworkWeights weights;

  /**
   * Looks at nothing yet.
   *
   * @param published what usually lies there
   * @param prefix that may stand before the tensors' names, with its dot
   * @param reader reads configuration and header
   * @param others names of files that must be there beside weights and configuration
   */
  public PublishedModel(
      WeightsFile published,
      Checkpoint place,
      String prefix,
      BiFunction<Checkpoint, PublishedTensors, D> reader,
      String... others) {
    this.published = published;
    this.place = place;
    this.prefix = prefix;
    this.reader = reader;
    this.others = Stream.of(others).map(place::beside).toArray(Path[]::new);
  }

  /** What is there; fails with an {@link InputException} when it cannot be used. */
  public synchronized D description() {
    if (description == null) {
      try (var file = open()) {
        description = read(file);
      }
    }
    return description;
  }

  /**
   * What the extractor that runs it is.
   *
   * @param usualWidth values of a vector while nothing is there
   */
  public ExtractorInfo info(Modality modality, int usualWidth) {
    var found = unavailable().isEmpty() ? Optional.of(description()) : Optional.<D>empty();
    return new ExtractorInfo(
        published.name(),
        found.map(Description::version).orElse(WeightsVersion.NONE),
        modality,
        found.map(Description::width).orElse(usualWidth),
        published.source(),
        published.licence(),
        false);
  }

  /** Why it cannot be used, in one line; empty when it can. */
  public Optional<String> unavailable() {
    try {
      description();
      return Optional.empty();
    } catch (InputException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private PublishedTensors open() {
    place
        .missing(published.get(), others)
        .ifPresent(
            problem -> {
              throw new InputException(problem);
            });
    return PublishedTensors.open(place.weights(), prefix);
  }

  private D read(PublishedTensors file) {
    var found = reader.apply(place, file);
    file.require(found.tensors());
    return found;
  }

  /** Reads all weights and says whether they can be used. */
  public WeightsState verify() {
    return WeightsState.of(published, place.weights(), this::verified);
  }

  private String verified() {
    try (var file = open()) {
      var found = read(file);
      new NetworkWeights(file, found.tensors()).close();
      return found.sizes()
          + (published.shapes().allMatch(file::has)
              ? ", the sizes of the published model"
              : ", other sizes than the published model");
    }
  }

  /**
   * Runs the network.
   *
   * @throws InputException when it cannot be loaded
   */
  public <R> R run(Function<NetworkWeights, R> work) {
    synchronized (running) {
      if (weights == null) {
        weights = load();
      }
      return work.apply(weights);
    }
  }

  private NetworkWeights load() {
    var expected = description();
    try (var file = open()) {
      if (read(file).version() != expected.version()) {
        throw new InputException(
            "%s was replaced while the program ran: start it again".formatted(place.weights()));
      }
      return new NetworkWeights(file, expected.tensors());
    }
  }

  /** Frees the weights; the next run would load them again. */
  @Override
  public void close() {
    synchronized (running) {
      if (weights != null) {
        weights.close();
        weights = null;
      }
    }
  }
}
