package org.yuyin.dataset;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.yuyin.feature.ExtractorInfo;
import org.yuyin.feature.Modality;
import org.yuyin.storage.AtomicFile;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.Folders;
import org.yuyin.storage.InputException;
import org.yuyin.storage.IoProblems;

/**
 * The datasets of a data folder: snapshots lie under {@code datasets/<content hash>}, rows point at
 * them. A folder is complete before it gets its name, and has its name before the row is written.
 * Every method waits for the database: not for event loops.
 */
public final class DatasetLibrary {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

  private final DataFolder data;
  private final DatasetRepository repository;

  /** Keeps snapshots in that folder and their rows in that repository. */
  public DatasetLibrary(DataFolder data, DatasetRepository repository) {
    this.data = data;
    this.repository = repository;
  }

  /**
   * A snapshot that is to be kept.
   *
   * @param name of the dataset
   * @param pairs one for each row
   * @param features by modality, every one of them
   * @param frames frame-level features to carry along
   * @param synthetic true when media or features were generated
   * @param origin where it came from, kept in its description
   * @param ads for each row the ad whose music it holds, or none at all
   */
  public record Content(
      String name,
      List<Pair> pairs,
      Map<Modality, FeatureMatrix> features,
      Optional<Path> frames,
      boolean synthetic,
      JsonObject origin,
      List<Long> ads) {}

  /**
   * Checks a dataset folder and copies it in. Importing the same content again gives the version
   * that is there.
   *
   * @param source as {@link SnapshotFolder} describes it
   * @param extractors what made the matrices, as far as it is known
   */
  public DatasetInfo importFolder(
      Path source, String name, Map<Modality, ExtractorInfo> extractors) {
    checkName(name);
    var folder = new SnapshotFolder(source);
    var checked = folder.check();
    var snapshot = folder.open(name, checked.contentHash());
    checkWidths(extractors, snapshot);
    var origin = new JsonObject().put("imported", source.toAbsolutePath().normalize().toString());
    FeatureOrigin.put(origin, extractors);
    return keep(
        new Content(
            name, checked.pairs(), snapshot.features(), folder.frames(), false, origin, List.of()));
  }

  private static void checkWidths(Map<Modality, ExtractorInfo> extractors, Snapshot snapshot) {
    extractors.forEach(
        (modality, info) -> {
          int width = snapshot.matrix(modality).width();
          if (width != info.width()) {
            throw new InputException(
                "%s.npy has %d columns, but %s gives %d"
                    .formatted(modality.key(), width, info.name(), info.width()));
          }
        });
  }

  /** Writes a snapshot and its row; content that is there already is not written again. */
  public DatasetInfo keep(Content content) {
    checkName(content.name());
    var building = data.temporary().resolve("dataset-" + UUID.randomUUID());
    try {
      Files.createDirectories(building);
      var folder = new SnapshotFolder(building);
      folder.write(content.pairs(), content.features(), content.frames());
      var hash = folder.check().contentHash();
      var place = data.datasets().resolve(hash);
      if (!Files.isDirectory(place)) {
        moveInto(building, place);
      }
      return repository.record(entry(content, hash, place)).await();
    } catch (IOException e) {
      throw IoProblems.writing(building, e);
    } finally {
      deleteQuietly(building);
    }
  }

  private static void moveInto(Path building, Path place) throws IOException {
    try {
      AtomicFile.moveInto(building, place);
    } catch (IOException e) {
      // Another process may have put the same content there in the meantime.
      if (!Files.isDirectory(place)) {
        throw e;
      }
    }
  }

  private DatasetRepository.Entry entry(Content content, String hash, Path place) {
    return new DatasetRepository.Entry(
        content.name(),
        hash,
        data.root().relativize(place).toString(),
        content.pairs().size(),
        content.synthetic(),
        DatasetDescription.of(content.pairs(), content.features(), content.origin()),
        content.ads());
  }

  private static void deleteQuietly(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      LoggerFactory.getLogger(DatasetLibrary.class)
          .warn("{} is left over and can be deleted: {}", folder, IoProblems.reason(e));
    }
  }

  /** Names become part of file names and command lines. */
  static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new InputException(
          "\"%s\" is no name for a dataset; use letters, digits, dots, dashes and underscores, at most 64"
              .formatted(name));
    }
  }

  /**
   * The dataset that a name on the command line means.
   *
   * @param reference {@code name} for the newest version, or {@code name@version}
   */
  public DatasetInfo find(String reference) {
    return repository
        .find(DatasetReference.parse(reference))
        .await()
        .orElseThrow(() -> new InputException(unknown(reference)));
  }

  private String unknown(String reference) {
    var names = repository.list().await().stream().map(DatasetInfo::name).distinct().toList();
    return names.isEmpty()
        ? "there is no dataset \"%s\", nor any other; make one with: dataset create or dataset import"
            .formatted(reference)
        : names.stream()
            .collect(
                Collectors.joining(
                    ", ", "there is no dataset \"%s\"; there are ".formatted(reference), ""));
  }

  /** Opens a version; values are mapped, not read. */
  public Snapshot open(DatasetInfo info) {
    return folder(info).open(info.name(), info.contentHash());
  }

  /** Opens what {@link #find} finds. */
  public Snapshot open(String reference) {
    return open(find(reference));
  }

  /** Writes a copy that {@link #importFolder} takes, into a new or empty folder. */
  public void export(DatasetInfo info, Path target) {
    var source = folder(info);
    var snapshot = source.open(info.name(), info.contentHash());
    try {
      Files.createDirectories(target);
      try (var present = Files.list(target)) {
        if (present.findAny().isPresent()) {
          throw new InputException("%s is not empty; choose a new folder".formatted(target));
        }
      }
    } catch (IOException e) {
      throw IoProblems.writing(target, e);
    }
    new SnapshotFolder(target).write(snapshot.pairs(), snapshot.features(), source.frames());
  }

  /** Writes the same as an archive; the stream stays open. */
  public void zip(DatasetInfo info, OutputStream target) throws IOException {
    folder(info).zip(target);
  }

  private SnapshotFolder folder(DatasetInfo info) {
    return new SnapshotFolder(data.root().resolve(info.folder()));
  }
}
