package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.ChildJvm;
import org.yuyin.media.TestClips;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.EmbeddedServer;

/** Commands that are stopped, or killed together with their database, and given again. */
class KilledProcessTest {
  private static final int ADS = 40;

  @TempDir private static Path root;
  private static DataFolder data;

  @BeforeAll
  static void makeDataFolder() throws IOException {
    data = EmbeddedServer.newFolder(root.resolve("data"));
  }

  @Test
  void anIngestThatWasStoppedAndKilledGoesOnAndCountsEveryAdOnce() throws Exception {
    var ads = makeAds(root.resolve("ads"));
    String[] command = {"ingest", ads.toString(), "--name", "killed", "--json"};
    try (var child = start(command)) {
      awaitBlobs(4);
      child.interrupt();
      var ended = child.end();
      assertThat(ended.err()).containsPattern("yuyin: stopped after \\d+ of 41 files");
      assertThat(ended.err()).doesNotContain("Exception", "ERROR");
      assertThat(ended.out()).isEmpty();
      assertThat(EmbeddedServer.process(data)).as("database after: " + ended.err()).isZero();
    }
    long stoppedAt = blobs();
    assertThat(stoppedAt).isLessThan(ADS);
    try (var child = start(command)) {
      awaitBlobs(stoppedAt + 4);
      child.kill();
    }
    EmbeddedServer.kill(data);
    assertThat(blobs()).isLessThan(ADS);

    var report = run(command);

    assertThat(report.exitCode()).as(report.err()).isZero();
    assertThat(report.json().getInteger("found")).isEqualTo(ADS + 1);
    assertThat(report.json().getInteger("duplicates")).isEqualTo(1);
    assertThat(
            report.json().getInteger("included")
                + report.json().getJsonObject("excluded").stream()
                    .mapToInt(reason -> (Integer) reason.getValue())
                    .sum())
        .isEqualTo(ADS);
    assertThat(blobs()).isEqualTo(ADS);
    var again = run(command);
    assertThat(again.out()).isEqualTo(report.out());
  }

  @Test
  void aTrainingThatWasStoppedAndKilledKeepsOneRunAndTheCurveOfAnUnbrokenOne() throws Exception {
    assertThat(
            run("dataset", "import", TinyDataset.folder(root).toString(), "--name", "tiny")
                .exitCode())
        .isZero();
    var command = TinyDataset.training("--epochs", "120", "--json");
    try (var child = start(command)) {
      child.awaitText("epoch  10 ");
      child.interrupt();
      var ended = child.end();
      assertThat(ended.err())
          .contains("stopping after this batch ...", "run 1 is stopped")
          .doesNotContain("Exception", "ERROR");
      assertThat(EmbeddedServer.process(data)).as("database after: " + ended.err()).isZero();
    }
    try (var child = start(command)) {
      child.awaitText("run 1 of the same dataset, method, settings and seed was not finished");
      child.awaitText("continues after epoch ");
      child.awaitText("pairs/s");
      child.kill();
    }
    EmbeddedServer.kill(data);
    assertThat(runs().getJsonObject(0).getString("state")).isEqualTo("running");
    assertThat(runs().getJsonObject(0).getInteger("epochs")).isBetween(10, 119);

    var finished = run(command);

    assertThat(finished.exitCode()).as(finished.err()).isZero();
    assertThat(finished.err()).contains("continues after epoch ");
    assertThat(finished.json().getLong("run")).isEqualTo(1);
    assertThat(runs()).hasSize(1);
    var unbroken = run(command);
    assertThat(unbroken.json().getLong("run")).isEqualTo(2);
    assertThat(curve(1)).hasSize(120).isEqualTo(curve(2));
    assertThat(finished.json().getJsonObject("videoToMusic"))
        .isEqualTo(unbroken.json().getJsonObject("videoToMusic"));
    try (var files = Files.list(data.runs().resolve("1"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("best.safetensors", "last.safetensors");
    }
  }

  /** The same clip with something else behind it each time, and one of them twice. */
  private static Path makeAds(Path folder) throws IOException {
    Files.createDirectories(folder);
    var clip = TestClips.video(folder.resolve("ad0.mp4"), 2);
    for (int ad = 1; ad < ADS; ad++) {
      var copy = Files.copy(clip, folder.resolve("ad%d.mp4".formatted(ad)));
      var box = ByteBuffer.allocate(12).putInt(12);
      box.put("free".getBytes(StandardCharsets.US_ASCII)).putInt(ad);
      Files.write(copy, box.array(), StandardOpenOption.APPEND);
    }
    Files.copy(folder.resolve("ad7.mp4"), folder.resolve("ad7-copy.mp4"));
    return folder;
  }

  private static void awaitBlobs(long wanted) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 18_000 && blobs() < wanted; attempt++) {
      Thread.sleep(10);
    }
  }

  private static long blobs() throws IOException {
    try (var files = Files.walk(data.blobs())) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private static JsonArray runs() {
    return run("runs", "list", "--json").jsonArray();
  }

  /** Epochs with their losses; how long they took is another matter each time. */
  private static List<String> curve(long run) {
    return run("runs", "show", String.valueOf(run), "--json").json().getJsonArray("curve").stream()
        .map(JsonObject.class::cast)
        .map(
            point ->
                "%d %s %s"
                    .formatted(
                        point.getInteger("epoch"),
                        point.getDouble("trainLoss"),
                        point.getDouble("evaluationLoss")))
        .toList();
  }

  private static ChildJvm start(String... command) throws IOException {
    return ChildJvm.start(Main.class, onData(command));
  }

  private static Run run(String... command) {
    return Run.of(onData(command));
  }

  private static String[] onData(String... command) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--data", data.root().toString()));
    return all.toArray(String[]::new);
  }
}
