package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.ChildJvm;
import org.yuyin.dataset.SnapshotFolder;
import org.yuyin.model.TestSnapshots;
import org.yuyin.storage.PostgresExtension;

class CrossValidationCommandTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static Run first;

  @BeforeAll
  static void validate(@TempDir Path folder) throws IOException {
    TinyDataset.importInto(POSTGRES, folder);
    first = train("--folds", "2", "--epochs", "2");
  }

  @Test
  void theTableHoldsChanceTheMethodAndTheControlInBothDirections() {
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out())
        .containsPattern("Video to music: pools of 50 pairs, 50 different tracks.*2 fold")
        .contains("Music to video: ");
    for (var name : List.of("random", "yuyin", "yuyin, shuffled pairs")) {
      assertThat(first.out().lines().filter(line -> line.startsWith(name + "  "))).hasSize(2);
    }
    assertThat(first.err()).contains("computing on ", "4 trainings");
    assertThat(first.out()).doesNotContain("trainings");
  }

  @Test
  void whatWasDoneIsNotDoneAgainAndGivesTheSameNumbers() {
    var again = train("--folds", "2", "--epochs", "2");
    assertThat(again.err()).contains("4 of 4 were done before");
    assertThat(again.out()).isEqualTo(first.out());

    var json = train("--folds", "2", "--epochs", "2", "--json").jsonArray();
    assertThat(json).hasSize(4);
    var metrics = json.getJsonObject(0).getJsonObject("metrics").getJsonObject("recall@10");
    assertThat(metrics.getDouble("random")).isCloseTo(0.2, within(1e-9));
    assertThat(metrics.getDouble("mean")).isBetween(0.0, 1.0);

    var alone = train("--folds", "2", "--epochs", "2", "--no-control");
    assertThat(alone.err()).contains("2 of 2 were done before");
    assertThat(alone.out()).doesNotContain("shuffled");
  }

  @Test
  void foldsKeepTheirNumbersButNoModelsAndSayWhy() throws IOException {
    var run = runs().getFirst();
    assertThat(run.getInteger("fold")).isNotNull();
    var number = String.valueOf(run.getLong("run"));
    assertThat(yuyin("runs", "list").out()).contains("yuyin, fold 1 of 2", "yuyin, fold 2 of 2");
    for (var asked :
        List.of(
            yuyin("runs", "serve", number),
            yuyin("recommend", "--track", "t4", "--run", number),
            yuyin("evaluate", "--run", number))) {
      assertThat(asked.exitCode()).isEqualTo(1);
      assertThat(asked.err()).hasLineCount(1).contains("cross-validation");
    }
    assertThat(checkpoints()).isEmpty();
  }

  @Test
  void anotherDatasetIsTrainedAnewHoweverAlikeTheCommand(@TempDir Path folder) {
    var other = TestSnapshots.related(TinyDataset.PAIRS, 4);
    new SnapshotFolder(folder).write(other.pairs(), other.features(), Optional.empty());
    assertThat(yuyin("dataset", "import", folder.toString(), "--name", "other").exitCode())
        .isZero();
    var command = new ArrayList<>(List.of(TinyDataset.training("--folds", "2", "--epochs", "2")));
    command.set(command.indexOf("tiny"), "other");
    var run = yuyin(command.toArray(String[]::new));
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).doesNotContain("done before");
    assertThat(run.out()).isNotEqualTo(first.out());
  }

  @Test
  void aKilledCrossValidationGoesOnWithOneRunAPartAndLeavesNoModels() throws Exception {
    var command = List.of("--folds", "2", "--epochs", "300", "--seed", "5");
    var whole = new ArrayList<>(List.of(TinyDataset.training(command.toArray(String[]::new))));
    whole.addAll(List.of("--data", POSTGRES.folder().root().toString()));
    whole.addAll(List.of("--database-url", POSTGRES.url()));
    try (var child = ChildJvm.start(Main.class, whole.toArray(String[]::new))) {
      child.awaitText("4 trainings");
      awaitFinished(5, 1);
      child.kill();
    }
    long done = finished(5);
    assertThat(done).isBetween(1L, 3L);

    var run = train(command.toArray(String[]::new));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("%d of 4 were done before".formatted(done));
    var ofSeed = runs().stream().filter(it -> it.getLong("seed") == 5).toList();
    assertThat(ofSeed).hasSize(4).allMatch(it -> it.getString("state").equals("finished"));
    assertThat(ofSeed).allMatch(it -> it.getInteger("epochs") == 300);
    assertThat(run.out()).contains("random", "yuyin, shuffled pairs");
    assertThat(checkpoints()).isEmpty();
  }

  private static void awaitFinished(long seed, int wanted) throws InterruptedException {
    for (int attempt = 0; attempt < 6000 && finished(seed) < wanted; attempt++) {
      Thread.sleep(10);
    }
  }

  private static long finished(long seed) {
    var query = "SELECT count(*) FROM run WHERE seed = %d AND state = 'finished'".formatted(seed);
    return POSTGRES.pool().query(query).execute().await().iterator().next().getLong(0);
  }

  private static List<JsonObject> runs() {
    return yuyin("runs", "list", "--json").jsonArray().stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private static List<Path> checkpoints() throws IOException {
    try (var files = Files.walk(POSTGRES.folder().runs())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static Run train(String... more) {
    return yuyin(TinyDataset.training(more));
  }

  private static Run yuyin(String... arguments) {
    return Run.on(POSTGRES, arguments);
  }
}
