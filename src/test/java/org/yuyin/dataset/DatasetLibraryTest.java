package org.yuyin.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.feature.Modality;
import org.yuyin.storage.InputException;
import org.yuyin.storage.PostgresExtension;

class DatasetLibraryTest {
  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  @TempDir Path source;

  @Test
  void anImportedDatasetIsFoundOpenedAndExportedAsItWas(@TempDir Path parent) {
    write(source, 30, 1);
    var library = library();
    var info = library.importFolder(source, "round-trip", Map.of());
    assertThat(info.label()).isEqualTo("round-trip@1");
    assertThat(info.pairs()).isEqualTo(30);
    assertThat(info.description().getJsonObject("widths").getInteger("audio")).isEqualTo(3);
    assertThat(info.description().getJsonObject("splits").getInteger("test")).isPositive();

    var snapshot = library.open("round-trip");
    var original = new SnapshotFolder(source).check();
    assertThat(snapshot.pairs()).isEqualTo(original.pairs());
    assertThat(snapshot.contentHash()).isEqualTo(original.contentHash());

    var exported = parent.resolve("new");
    library.export(info, exported);
    assertThat(new SnapshotFolder(exported).check()).isEqualTo(original);
    assertThatThrownBy(() -> library.export(info, exported))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is not empty");
  }

  @Test
  void theSameContentKeepsItsVersionAndOtherContentGetsTheNext() {
    var library = library();
    write(source, 12, 1);
    assertThat(library.importFolder(source, "versions", Map.of()).version()).isEqualTo(1);
    assertThat(library.importFolder(source, "versions", Map.of()).version()).isEqualTo(1);
    write(source, 12, 2);
    assertThat(library.importFolder(source, "versions", Map.of()).version()).isEqualTo(2);
    assertThat(library.find("versions").version()).isEqualTo(2);
    assertThat(library.find("versions@1").version()).isEqualTo(1);
    // Another name shares the folder of equal content.
    var other = library.importFolder(source, "other-name", Map.of());
    assertThat(other.version()).isEqualTo(1);
    assertThat(other.folder()).isEqualTo(library.find("versions").folder());
  }

  @Test
  void importsOfOneNameAtTheSameTimeGetDifferentVersions() throws Exception {
    var library = library();
    var folders = IntStream.range(0, 6).mapToObj(i -> source.resolve("f" + i)).toList();
    for (int i = 0; i < folders.size(); i++) {
      Files.createDirectories(folders.get(i));
      write(folders.get(i), 8, 50 + i);
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var imports =
          folders.stream()
              .map(
                  f ->
                      (Callable<Integer>)
                          () -> library.importFolder(f, "racing", Map.of()).version())
              .toList();
      var versions =
          threads.invokeAll(imports).stream().map(future -> future.resultNow()).sorted().toList();
      assertThat(versions).containsExactly(1, 2, 3, 4, 5, 6);
    }
  }

  @Test
  void aRefusedImportLeavesNothingBehind() throws IOException {
    write(source, 10, 7);
    Files.delete(source.resolve("text.npy"));
    var library = library();
    assertThatThrownBy(() -> library.importFolder(source, "refused", Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("text.npy is missing");
    assertThatThrownBy(() -> library.importFolder(source, "../refused", Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no name");
    assertThatThrownBy(() -> library.find("refused"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no dataset \"refused\"");
    try (var left = Files.list(postgres.folder().temporary())) {
      assertThat(left).isEmpty();
    }
  }

  private static DatasetLibrary library() {
    return new DatasetLibrary(postgres.folder(), new DatasetRepository(postgres.pool()));
  }

  private static void write(Path folder, int pairs, long seed) {
    var random = new Random(seed);
    Map<Modality, FeatureMatrix> features = new EnumMap<>(Modality.class);
    for (var modality : Modality.values()) {
      var values = new float[pairs][2 + modality.ordinal()];
      for (var row : values) {
        for (int d = 0; d < row.length; d++) {
          row[d] = random.nextFloat();
        }
      }
      features.put(modality, new ArrayMatrix(values, 2 + modality.ordinal()));
    }
    List<Pair> made = Splits.assign(Pairs.madeUp(pairs, 3, seed), 0);
    new SnapshotFolder(folder).write(made, features, Optional.empty());
  }
}
