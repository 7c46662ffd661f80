package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.ChildJvm;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.storage.PostgresExtension;
import org.yuyin.training.RunRequest;
import org.yuyin.training.RunView;
import org.yuyin.training.TrainingQueue;

class WorkerCommandTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final int ROUNDS = 600;

  @Test
  void aQueuedTrainingIsWorkedOffAndCtrlCEndsTheWorker(@TempDir Path folder) throws Exception {
    TinyDataset.importInto(POSTGRES, folder);
    var tiny = new DatasetRepository(POSTGRES.pool()).newest("tiny").await().orElseThrow();
    var settings = Map.of("embedding", 24, "hidden", 16, "width", 8, "batch", 20, "epochs", 2);
    var recipe = Recipe.of(Methods.standard().named("yuyin"), settings);
    long run =
        new TrainingQueue(POSTGRES.pool(), "test")
            .submit(RunRequest.of(tiny.id(), recipe, 0, false))
            .await();
    var data = POSTGRES.folder().root().toString();
    try (var worker =
        ChildJvm.start(
            Main.class,
            "worker",
            "--port",
            "0",
            "--data",
            data,
            "--database-url",
            POSTGRES.url())) {
      worker.awaitText("working the queue off");
      awaitFinished(run);
      assertThat(answer(worker, "/health/ready")).contains("\"workers\":\"up\"");
      assertThat(answer(worker, "/metrics"))
          .containsPattern("yuyin_training_pairs_total [1-9]")
          .contains("yuyin_training_epochs_total 2.0");
      worker.interrupt();
      assertThat(worker.end().err()).doesNotContain("Exception", "ERROR");
    }
  }

  private static String answer(ChildJvm worker, String path) throws Exception {
    var address = Pattern.compile("http://localhost:\\d+").matcher(worker.said());
    assertThat(address.find()).isTrue();
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(address.group() + path)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  private static void awaitFinished(long run) throws InterruptedException {
    var runs = new RunView(POSTGRES.pool());
    for (int round = 0; round < ROUNDS; round++) {
      if (runs.state(run).await().orElseThrow().equals("finished")) {
        return;
      }
      Thread.sleep(100);
    }
    assertThat(runs.state(run).await()).contains("finished");
  }
}
