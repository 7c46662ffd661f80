package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.dataset.SnapshotFolder;
import org.yuyin.media.MediaLimits;
import org.yuyin.media.Sound;
import org.yuyin.media.TestClips;
import org.yuyin.media.VideoEncoder;
import org.yuyin.model.TestSnapshots;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.Database;
import org.yuyin.storage.EmbeddedServer;
import org.yuyin.storage.InputException;
import org.yuyin.storage.StorageSettings;

/** A data folder on a small disk that is filled up; only root may mount one. */
class FullDiskTest {
  private static final String SIZE = "160m";

  private static final VideoEncoder.Format FILM = new VideoEncoder.Format(320, 240, 10);
  private static final VideoEncoder.Film NOISE =
      screen -> {
        var random = new Random(1);
        for (int frame = 0; frame < 30; frame++) {
          screen.accept(random.ints(320 * 240).toArray());
        }
      };

  @TempDir private static Path root;
  private static Path disk;
  private static DataFolder data;

  @BeforeAll
  static void mount() throws Exception {
    disk = Files.createDirectory(root.resolve("disk"));
    var mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", "" + disk);
    assumeTrue(mount.start().waitFor() == 0, "a small disk cannot be mounted here");
    data = EmbeddedServer.newFolder(disk.resolve("data"));
  }

  @AfterAll
  static void unmount() throws Exception {
    // Lazily, since this process has datasets mapped into its memory.
    new ProcessBuilder("umount", "--lazy", disk.toString()).start().waitFor();
  }

  @AfterEach
  void free() throws IOException {
    Files.deleteIfExists(filler());
  }

  @Test
  void aDatabaseThatCannotStartSaysThatTheDiskIsFullAndStartsOnceThereIsSpace() throws Exception {
    assertThat(run("runs", "list").exitCode()).isZero();
    fill(0);
    refused(run("runs", "list"), "does not start: the disk is full");
    free();
    assertThat(run("runs", "list").exitCode()).isZero();
  }

  @Test
  void anIngestStopsAndGoesOnOnceThereIsSpace() throws Exception {
    var ads = Files.createDirectory(root.resolve("ads"));
    TestClips.video(ads.resolve("a.mp4"), 1);
    TestClips.video(ads.resolve("b.mp4"), 2);
    TestClips.video(ads.resolve("c.mp4"), 3);
    String[] command = {"ingest", ads.toString(), "--name", "full", "--json"};
    try (var _ = server()) {
      fill(20_000);
      refused(run(command), "blobs cannot be written: the disk is full");
      free();
      var report = run(command);
      assertThat(report.exitCode()).as(report.err()).isZero();
      assertThat(report.json().getInteger("found")).isEqualTo(3);
      assertThat(report.json().getInteger("duplicates")).isZero();
    }
  }

  @Test
  void featuresThatTheDatabaseCannotTakeAreMadeOnceThereIsSpace() throws Exception {
    var ads = Files.createDirectory(root.resolve("music"));
    TestClips.musicVideo(ads.resolve("a.mp4"), 440, 4);
    var command =
        List.of("dataset", "create", "music", "--extractor", "video=colour-motion", "--json");
    try (var _ = server()) {
      var taken = run("ingest", ads.toString(), "--name", "music", "--json");
      assertThat(taken.json().getInteger("included")).isEqualTo(1);
      fill(0);
      refused(run(command.toArray(String[]::new)), "the database cannot write");
      free();
      var made = run(command.toArray(String[]::new));
      assertThat(made.exitCode()).as(made.err()).isZero();
      assertThat(made.json().getInteger("extractedVectors")).isEqualTo(4);
    }
  }

  @Test
  void aDatasetAppearsWholeOrNotAtAll(@TempDir Path folder) throws Exception {
    var pairs = TestSnapshots.related(400, 8);
    new SnapshotFolder(folder).write(pairs.pairs(), pairs.features(), Optional.empty());
    String[] command = {"dataset", "import", folder.toString(), "--name", "whole"};
    try (var _ = server()) {
      var before = datasets();
      fill(8_000);
      refused(run(command), "cannot be written: the disk is full");
      assertThat(datasets()).isEqualTo(before);
      free();
      assertThat(run(command).out()).contains("whole@1");
    }
  }

  @Test
  void aTrainingThatCannotSaveGoesOnOnceThereIsSpace(@TempDir Path folder) throws Exception {
    try (var _ = server()) {
      run("dataset", "import", TinyDataset.folder(folder).toString(), "--name", "tiny");
      var command =
          TinyDataset.training(
              "--set", "embedding=1024", "--set", "hidden=512", "--epochs", "2", "--json");
      fill(2_000_000); // less than a checkpoint, more than the database needs
      refused(run(command), "best.safetensors cannot be written: the disk is full");
      try (var files = Files.walk(data.runs())) {
        assertThat(files.filter(Files::isRegularFile)).isEmpty();
      }
      free();
      var finished = run(command);
      assertThat(finished.exitCode()).as(finished.err()).isZero();
      assertThat(finished.err()).contains("was not finished and is continued");
      assertThat(run("runs", "list", "--json").jsonArray()).hasSize(1);
    }
  }

  @Test
  void aVideoAppearsWholeOrNotAtAll() throws Exception {
    var folder = Files.createDirectory(disk.resolve("videos"));
    var encoder = new VideoEncoder(MediaLimits.standard());
    var silent = Optional.<Sound>empty();
    var loud = Optional.of(new Sound(new short[6 * 44_100], 2, 44_100));
    for (var sound : List.of(silent, loud)) {
      fill(12_000);
      assertThatThrownBy(() -> encoder.write(folder.resolve("x.mp4"), FILM, NOISE, sound, Map.of()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("x.mp4")
          .hasMessageContaining("the disk is full");
      assertThat(folder).isEmptyDirectory();
      free();
    }
    encoder.write(folder.resolve("x.mp4"), FILM, NOISE, loud, Map.of());
    assertThat(folder.resolve("x.mp4")).isNotEmptyFile();
  }

  private static List<Path> datasets() throws IOException {
    try (var folders = Files.list(data.datasets())) {
      return folders.sorted().toList();
    }
  }

  /** Exit code 1, one line, and no scratch files. */
  private static void refused(Run run, String why) throws IOException {
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    var last = run.err().strip().lines().toList().getLast();
    assertThat(last).startsWith("yuyin: ").contains(why);
    assertThat(run.err()).doesNotContain("Exception");
    assertThat(data.temporary()).isEmptyDirectory();
  }

  /** Somebody else who keeps the server running. */
  private static Database server() {
    return Database.open(StorageSettings.embedded(data));
  }

  /** Leaves only so many bytes free. */
  private static void fill(long left) throws IOException {
    var block = new byte[1 << 16];
    try (var out = Files.newOutputStream(filler())) {
      for (long free = free(left); free > 0; free = free(left)) {
        out.write(block, 0, (int) Math.min(free, block.length));
      }
    } catch (IOException e) {
      // The disk is full, as it should be.
    }
  }

  private static long free(long left) throws IOException {
    return Files.getFileStore(disk).getUsableSpace() - left;
  }

  private static Path filler() {
    return disk.resolve("filler");
  }

  private static Run run(String... command) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--data", data.root().toString()));
    return Run.of(all.toArray(String[]::new));
  }
}
