package org.yuyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.dataset.DatasetLibrary;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.dataset.DatasetRequest;
import org.yuyin.dataset.SnapshotFolder;
import org.yuyin.jobs.JobOrder;
import org.yuyin.jobs.JobRepository;
import org.yuyin.jobs.JobState;
import org.yuyin.model.TestSnapshots;

/** Datasets and categories as the server shows and changes them. */
class DataPagesTest {
  @RegisterExtension static final StudioFixture studio = new StudioFixture();

  private static final int PAIRS = 20;

  @BeforeAll
  static void fill(@TempDir Path folder) {
    assertThat(page("/data")).contains("No dataset yet", "scripts/yuyin ingest");
    assertThat(page("/categories")).contains("scripts/yuyin ingest");
    studio.addAd("walk.mp4", "shoes", 1);
    studio.addAd("cream.mp4", "skin care", 1.5);
    var pairs = TestSnapshots.related(PAIRS, 3);
    new SnapshotFolder(folder).write(pairs.pairs(), pairs.features(), Optional.empty());
    library().importFolder(folder, "given", Map.of());
    new TestRuns(studio).add("finished", Map.of());
  }

  private static DatasetLibrary library() {
    return new DatasetLibrary(
        studio.postgres().folder(), new DatasetRepository(studio.postgres().pool()));
  }

  private static String page(String path) {
    var answer = Http.get(studio.at(path), "Accept", "text/html");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Http.text(answer).replaceAll("\\s+", " ");
  }

  private static HttpResponse<byte[]> post(String path, String form) {
    return Http.post(
        studio.at(path),
        BodyPublishers.ofString(form),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private static String refusal(String path, String form) {
    var answer = post(path, form);
    assertThat(answer.statusCode()).as(form).isBetween(400, 422);
    return Http.json(answer).getString("detail");
  }

  @Test
  void listSaysWhatIsStoredAndWhoUsesIt() {
    assertThat(page("/data"))
        .contains("toys@3", "weaker than the paper&#39;s", ">1 run<", "/runs?dataset=toys%403")
        .contains("given@1", "/train?dataset=given%401");
  }

  @Test
  void pageOfADatasetSaysWhatItHoldsAndWhereItCameFrom() {
    assertThat(page("/data/toys@3"))
        .contains("Weaker than the paper&#39;s: colour-motion, log-mel", "To test on", ">780<")
        .contains("2 ads, which could not be described", "trains", ">40<");
    assertThat(page("/data/given")).contains("given@1", "Imported from", "cannot describe new");
    assertThat(Http.get(studio.at("/data/given@7")).statusCode()).isEqualTo(404);
    assertThat(Http.get(studio.at("/data/given@x")).statusCode()).isEqualTo(422);
  }

  @Test
  void archiveIsAFolderThatImportTakes(@TempDir Path folder) throws IOException {
    var answer = Http.get(studio.at("/api/v1/datasets/given@1/archive"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Http.header(answer, "Content-Disposition")).contains("given@1.zip");
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.copy(zip, folder.resolve(entry.getName()));
      }
    }
    assertThat(library().importFolder(folder, "given", Map.of()).version()).isEqualTo(1);
    var gone = Http.get(studio.at("/api/v1/datasets/toys@3/archive")); // its row is all there is
    assertThat(gone.statusCode()).isEqualTo(422);
    assertThat(Http.header(gone, "Content-Disposition")).isEmpty();
  }

  @Test
  void formQueuesAJobOnceWhichCanBeStopped() {
    var form = "name=fresh&collection=test&seed=7&video=colour-motion&audio=&verdicts=true";
    long id = Http.json(post("/api/v1/datasets", form)).getLong("job");
    assertThat(Http.json(post("/api/v1/datasets", form)).getLong("job")).isEqualTo(id);

    var jobs = new JobRepository(studio.postgres().pool());
    var wanted = DatasetRequest.of(jobs.byId(id).await().orElseThrow().settings());
    assertThat(wanted.toJson())
        .isEqualTo(
            new JsonObject(
                """
                {"name": "fresh", "collection": "test", "extractors": {"video": "colour-motion"},
                 "seed": 7, "verdicts": true}
                """));
    assertThat(page("/data")).contains("every 2s", "fresh", "queued");

    post("/api/v1/datasets/jobs/%d/stop".formatted(id), "");
    assertThat(jobs.byId(id).await().orElseThrow().state()).isEqualTo(JobState.CANCELLED);
    assertThat(page("/data")).contains("What was described is kept").doesNotContain("every 2s");
    long other = jobs.enqueue(JobOrder.of("other", new JsonObject())).await();
    assertThat(refusal("/api/v1/datasets/jobs/%d/stop".formatted(other), ""))
        .contains("no dataset");
  }

  @Test
  void wrongFieldsAreRefused() {
    assertThat(refusal("/api/v1/datasets", "name=")).contains("\"name\" is missing");
    assertThat(refusal("/api/v1/datasets", "name=a/b")).contains("is no name for a dataset");
    assertThat(refusal("/api/v1/datasets", "name=a&seed=x")).contains("\"seed\"");
    assertThat(refusal("/api/v1/datasets", "name=a&audio=nose")).contains("no extractor");
    assertThat(refusal("/api/v1/datasets", "name=a&audio=colour-motion"))
        .contains("colour-motion describes video, not audio");
  }

  @Test
  void categoriesAreSeenChangedAndSeenAgain() {
    studio.addAd("pan.mp4", "pans", 2);
    assertThat(page("/categories")).contains("pans-merged", "Before merging", "After merging");
    var change = "/categories/change?kind=move&subject=pans&into=";
    assertThat(page(change + "kitchen"))
        .contains("pans would be merged into kitchen", "new", "vanishes", "stay as they are")
        .doesNotContain("<html");
    assertThat(Http.get(studio.at(change + "pans-merged")).statusCode()).isEqualTo(422);

    assertThat(refusal("/api/v1/categories/move", "subject=pans&into=")).contains("needs a name");
    assertThat(Http.json(post("/api/v1/categories/move", "subject=pans&into=kitchen")))
        .isEqualTo(new JsonObject("{\"into\": \"kitchen\", \"moved\": [\"pans\"], \"ads\": 1}"));
    post("/api/v1/categories/rename", "subject=kitchen&into=household");
    assertThat(page("/categories?category=pans"))
        .contains("household", "by hand")
        .doesNotContain("pans-merged", "kitchen");
  }

  @Test
  void adGetsAnotherCategoryByHand() {
    long ad = studio.addAd("cup.mp4", "cups", 2.5);
    assertThat(page("/ads/" + ad)).contains("in cups-merged");
    post("/api/v1/ads/%d/category".formatted(ad), "category=shoes");
    assertThat(page("/ads/" + ad)).contains("in shoes-merged");
    assertThat(refusal("/api/v1/ads/%d/category".formatted(ad), "category=no"))
        .contains("There is no category \"no\"");
    studio.run("DELETE FROM ad WHERE id = $1", Tuple.of(ad));
  }
}
