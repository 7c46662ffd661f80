package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuyin.storage.PostgresExtension;

/** train, runs, evaluate and recommend, one after the other, on features that were imported. */
class TrainingCommandsTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static Run trained;
  private static String run;

  @BeforeAll
  static void importAndTrain(@TempDir Path folder) throws IOException {
    TinyDataset.importInto(POSTGRES, folder);
    trained = yuyin(TinyDataset.training("--epochs", "3", "--json"));
    run = String.valueOf(trained.json().getLong("run"));
  }

  @Test
  void trainingPrintsItsResultOnStandardOutputAndItsProgressOnStandardError() {
    assertThat(trained.exitCode()).isZero();
    var result = trained.json();
    assertThat(result.getJsonObject("videoToMusic").getInteger("pool")).isEqualTo(20);
    assertThat(share(result, "videoToMusic", "recall@10", "random")).isEqualTo(0.5);
    assertThat(trained.err())
        .contains("60 pairs to learn from, 20 to watch, 20 to test", "epoch   3   loss ");

    var again = yuyin(TinyDataset.training("--epochs", "3", "--seed", "1"));
    assertThat(again.out()).startsWith("Run ").contains("pool: 20 pairs", "random", "R@10");
    assertThat(again.out()).doesNotContain("epoch");
  }

  @Test
  void severalSeedsAreSeveralRuns() {
    var seeds = yuyin(TinyDataset.training("--epochs", "1", "--seeds", "2", "--seed", "7"));
    assertThat(seeds.exitCode()).isZero();
    assertThat(seeds.out().lines().filter(line -> line.startsWith("Run "))).hasSize(2);
  }

  @Test
  void runsAreListedTheNewestFirst() {
    var shuffled = yuyin(TinyDataset.training("--epochs", "1", "--shuffled", "--json"));
    var newest = shuffled.json().getLong("run");
    var json = yuyin("runs", "list", "--json").jsonArray();
    assertThat(json.getJsonObject(0).getLong("run")).isEqualTo(newest);
    assertThat(json.getJsonObject(0).getBoolean("shuffled")).isTrue();
    assertThat(json.getJsonObject(0).getString("state")).isEqualTo("finished");

    var text = yuyin("runs", "list");
    assertThat(text.out())
        .containsPattern("(?m)^%d +finished +yuyin, shuffled pairs +tiny@1 ".formatted(newest));
    assertThat(yuyin("runs", "list", "--top", "1", "--json").jsonArray()).hasSize(1);
  }

  @Test
  void aRunIsShownWithItsSettingsItsCurveAndItsEvaluation() {
    var json = yuyin("runs", "show", run, "--json").json();
    assertThat(json.getString("dataset")).isEqualTo("tiny@1");
    assertThat(json.getJsonObject("settings").getInteger("embedding")).isEqualTo(24);
    assertThat(json.getJsonArray("curve")).hasSize(3);
    assertThat(json.getJsonArray("curve").getJsonObject(2).getInteger("epoch")).isEqualTo(3);
    assertThat(json.getJsonObject("videoToMusic"))
        .isEqualTo(trained.json().getJsonObject("videoToMusic"));

    var text = yuyin("runs", "show", run);
    assertThat(text.out())
        .startsWith("Run %s: yuyin on tiny@1, seed 0, finished".formatted(run))
        .containsPattern("(?m)^embedding +24$")
        .containsPattern("(?m)^3 +\\d+\\.\\d{4} +\\d+\\.\\d{4}$")
        .contains("pool: 20 pairs");
  }

  @Test
  void evaluatingAgainGivesWhatTrainingGave() {
    var again = yuyin("evaluate", "--run", run, "--json").json();
    for (var direction : new String[] {"videoToMusic", "musicToVideo"}) {
      for (var metric : new String[] {"recall@10", "mrr"}) {
        assertThat(share(again, direction, metric, "value"))
            .isEqualTo(share(trained.json(), direction, metric, "value"));
      }
    }
    var text = yuyin("evaluate", "--run", run, "--split", "train");
    assertThat(text.out()).contains("pool: 60 pairs", "random");
  }

  @Test
  void aTrackIsAnsweredByAdsAndItsOwnIsMarked() {
    var json = yuyin("recommend", "--track", "t4", "--run", run, "--top", "100", "--json").json();
    assertThat(json.getInteger("pool")).isEqualTo(TinyDataset.PAIRS);
    assertThat(json.getJsonArray("items")).hasSize(TinyDataset.PAIRS);
    var own =
        json.getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .filter(item -> item.getBoolean("own"))
            .toList();
    assertThat(own).hasSize(1).allMatch(item -> item.getString("source").equals("ad4"));

    var text = yuyin("recommend", "--track", "ad4", "--run", run, "--category", "group1");
    assertThat(text.out()).startsWith("yuyin of run %s, dataset tiny@1: 100 ads".formatted(run));
    assertThat(text.out().lines().filter(line -> line.contains("fine"))).isNotEmpty();
    assertThat(text.out()).doesNotContain("fine0", "fine1");
  }

  @Test
  void theRunInServiceAnswersWhenNoneIsNamed() {
    assertThat(yuyin("runs", "serve", run).out())
        .isEqualToIgnoringNewLines("Run %s is in service.".formatted(run));
    yuyin(TinyDataset.training("--epochs", "2", "--seed", "31"));
    var answer = yuyin("recommend", "--track", "t0", "--json").json();
    assertThat(answer.getLong("run")).isEqualTo(Long.parseLong(run));
  }

  @Test
  void aVideoCannotBeAskedForAboutFeaturesOfUnknownOrigin(@TempDir Path folder) {
    var video = org.yuyin.media.TestClips.video(folder.resolve("new.mp4"), 1).toString();
    var asked = yuyin("recommend", video, "--run", run);
    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.err()).hasLineCount(1).contains("tiny", "extractor");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train --dataset nobody | there is no dataset \"nobody\"; there are tiny",
        "train --dataset tiny@9 | there is no dataset \"tiny@9\"",
        "train --dataset tiny@x | a name, or a name, an @ and a version",
        "train | give --dataset NAME",
        "train --dataset tiny --method oracle | \"oracle\"; there are yuyin",
        "train --dataset tiny --set colour=red | has no setting \"colour\"",
        "train --dataset tiny --set width=wide | setting width is a whole number",
        "train --dataset tiny --epochs -1 | setting epochs must lie between",
        "train --dataset tiny --folds 1 | from 2 folds up to one a track",
        "train --dataset tiny --folds 500 | from 2 folds up to one a track (100 here)",
        "train --dataset tiny --folds-file gone.csv | gone.csv is missing",
        "train --dataset tiny --seeds 0 | --seeds must be at least 1",
        "train --resume 99999 | there is no run 99999",
        "train --resume 1 | is finished; there is nothing to continue",
        "runs show 99999 | there is no run 99999",
        "runs serve 99999 | there is no run 99999",
        "runs list --top -1 | --top must be at least 1",
        "evaluate --run 99999 | there is no run 99999",
        "evaluate --run 1 --split half | split is train, evaluation or test",
        "recommend --track t4 --run 99999 | there is no run 99999",
        "recommend --track nothing --run 1 | has no track \"nothing\"",
        "recommend --track t4 --top 0 | --top must be at least 1",
        "recommend --track t4 --run 1 --category food | no category \"food\"",
        "recommend gone.mp4 --run 1 | gone.mp4: there is no such file",
        "serve --port 70000 | a port lies between 0 and 65535",
        "serve --host 0.0.0.0 | only this machine is served",
        "demo --port 70000 | a port lies between 0 and 65535"
      })
  void aMistakeIsOneLineThatSaysWhatIsWrong(String line, String message) {
    var failed = yuyin(line.split(" "));
    assertThat(failed.err().strip().lines()).as(failed.err()).hasSize(1);
    assertThat(failed.err()).startsWith("yuyin: ").contains(message);
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "train --dataset tiny --epochs many",
    "train --dataset tiny --set width",
    "runs show",
    "runs show first",
    "runs burn",
    "evaluate",
    "recommend",
    "recommend video.mp4 --track t4",
    "ingest",
    "ingest folder --manifest file.csv",
    "serve --port http",
    "demo --media a --manifest b",
    "methods yuyin"
  })
  void wrongUsageHasItsOwnExitCodeAndShowsTheUsage(String line) {
    var failed = Run.of(line.split(" "));
    assertThat(failed.exitCode()).isEqualTo(2);
    assertThat(failed.err()).contains("Usage: yuyin " + line.split(" ")[0]);
    assertThat(failed.out()).isEmpty();
  }

  @Test
  void methodsAreListedWithTheirSettingsAndDefaults() {
    assertThat(Run.of("methods").out())
        .contains("yuyin: ")
        .containsPattern("(?m)^  embedding +1024 ")
        .containsPattern("(?m)^  learningRate +1\\.0E-4 ");
    var yuyin = Run.of("methods", "--json").jsonArray().getJsonObject(0);
    assertThat(yuyin.getString("name")).isEqualTo("yuyin");
    var fusion =
        yuyin.getJsonArray("settings").stream()
            .map(JsonObject.class::cast)
            .filter(setting -> setting.getString("key").equals("fusion"))
            .findFirst()
            .orElseThrow();
    assertThat(fusion.getJsonArray("choices")).hasSizeGreaterThan(1).contains("wfm");
  }

  private static double share(JsonObject result, String direction, String metric, String part) {
    return result.getJsonObject(direction).getJsonObject(metric).getDouble(part);
  }

  private static Run yuyin(String... arguments) {
    return arguments[0].equals("methods") ? Run.of(arguments) : Run.on(POSTGRES, arguments);
  }
}
