package org.yuyin.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yuyin.feature.Modality;
import org.yuyin.storage.AtomicFile;
import org.yuyin.storage.InputException;
import org.yuyin.storage.NpyWriter;

/**
 * A dataset as a folder: {@code manifest.csv} and, with rows in its order, {@code video.npy,
 * audio.npy, emotion.npy, text.npy}, each (pairs, width) in float32. A {@code frames.npy} is
 * carried along.
 *
 * @param path the folder
 */
public record SnapshotFolder(Path path) {
  private static final String FRAMES = "frames.npy";

  /**
   * A folder that was looked at whole.
   *
   * @param pairs one for each row
   * @param contentHash SHA-256 over manifest and values; column order, spelling of the split words
   *     and file headers do not count
   */
  public record Checked(List<Pair> pairs, String contentHash) {}

  /**
   * Reads everything. Refused by file, row and column: what {@code manifest.csv} must not hold, a
   * missing or malformed matrix, one whose rows are not as many as the pairs, a value that is not
   * finite.
   */
  public Checked check() {
    var pairs = manifest();
    var hash = new ContentHash();
    hash.add(Manifest.text(pairs));
    for (var modality : Modality.values()) {
      hash.add(file(modality).getFileName().toString());
      hashFinite(matrix(modality, pairs), modality, pairs, hash);
    }
    frames()
        .ifPresent(
            frames -> {
              hash.add(FRAMES);
              hash.add(frames);
            });
    return new Checked(pairs, hash.hex());
  }

  private void hashFinite(
      FeatureMatrix matrix, Modality modality, List<Pair> pairs, ContentHash hash) {
    var row = new float[matrix.width()];
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.copyRow(i, row, 0);
      for (int column = 0; column < row.length; column++) {
        if (!Float.isFinite(row[column])) {
          throw new InputException(
              "%s row %d (%s), column %d, counted from 0, is %s; every value must be finite"
                  .formatted(file(modality), i, pairs.get(i).id(), column, row[column]));
        }
      }
      hash.add(row);
    }
  }

  /**
   * Opens a folder that was checked when it was stored; values are mapped, not read.
   *
   * @param name as on the command line
   * @param contentHash what {@link #check} gave then
   */
  public Snapshot open(String name, String contentHash) {
    var pairs = manifest();
    var features = new EnumMap<Modality, FeatureMatrix>(Modality.class);
    for (var modality : Modality.values()) {
      features.put(modality, matrix(modality, pairs));
    }
    return new Snapshot(name, contentHash, pairs, features);
  }

  private List<Pair> manifest() {
    if (!Files.isDirectory(path)) {
      throw new InputException("%s is no folder; a dataset is a folder".formatted(path));
    }
    return Manifest.read(path.resolve(Manifest.FILE));
  }

  private FeatureMatrix matrix(Modality modality, List<Pair> pairs) {
    var matrix = MappedMatrix.open(file(modality));
    if (matrix.rows() != pairs.size()) {
      throw new InputException(
          "%s has %d rows, but the manifest lists %d pairs"
              .formatted(file(modality), matrix.rows(), pairs.size()));
    }
    if (matrix.width() == 0) {
      throw new InputException("%s has no columns".formatted(file(modality)));
    }
    return matrix;
  }

  private Path file(Modality modality) {
    return path.resolve(modality.key() + ".npy");
  }

  /** The frame-level features, where the folder has them. */
  public Optional<Path> frames() {
    var frames = path.resolve(FRAMES);
    return Files.isRegularFile(frames) ? Optional.of(frames) : Optional.empty();
  }

  /**
   * Fills the folder, which must exist; matrices are streamed row by row.
   *
   * @param frames copied as {@code frames.npy}
   */
  public void write(
      List<Pair> pairs, Map<Modality, FeatureMatrix> features, Optional<Path> frames) {
    for (var modality : Modality.values()) {
      var matrix = features.get(modality);
      if (matrix == null || matrix.rows() != pairs.size()) {
        throw new IllegalArgumentException(
            "a dataset needs %d %s vectors".formatted(pairs.size(), modality.key()));
      }
      write(matrix, file(modality));
    }
    frames.ifPresent(file -> AtomicFile.write(path.resolve(FRAMES), out -> Files.copy(file, out)));
    Manifest.write(path.resolve(Manifest.FILE), pairs);
  }

  /** Writes all of its files into an archive, in the form in which they lie here. */
  void zip(OutputStream target) throws IOException {
    manifest(); // a folder that is gone is refused before anything is written
    var zip = new ZipOutputStream(target);
    zip.setLevel(Deflater.BEST_SPEED); // vectors hardly get smaller
    var files = new ArrayList<>(List.of(path.resolve(Manifest.FILE)));
    Arrays.stream(Modality.values()).map(this::file).forEach(files::add);
    frames().ifPresent(files::add);
    for (var file : files) {
      zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
      Files.copy(file, zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  private static void write(FeatureMatrix matrix, Path target) {
    try (var writer = new NpyWriter(target, matrix.width())) {
      var row = new float[matrix.width()];
      for (int i = 0; i < matrix.rows(); i++) {
        matrix.copyRow(i, row, 0);
        writer.add(row);
      }
      writer.finish();
    }
  }
}
