package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.dataset.DatasetLibrary;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.evaluation.projection.ProjectionJob;
import org.yuyin.evaluation.projection.ProjectionKind;
import org.yuyin.evaluation.projection.ProjectionRepository;
import org.yuyin.evaluation.projection.ProjectionRequest;
import org.yuyin.jobs.Job;
import org.yuyin.jobs.JobBell;
import org.yuyin.jobs.JobOrder;
import org.yuyin.jobs.JobRepository;
import org.yuyin.jobs.JobSettings;
import org.yuyin.jobs.JobState;
import org.yuyin.jobs.JobTypes;
import org.yuyin.jobs.JobWorker;
import org.yuyin.model.Methods;
import org.yuyin.storage.PostgresExtension;
import org.yuyin.training.Checkpoints;

@Timeout(300)
class ProjectionJobTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private final JobRepository jobs = new JobRepository(POSTGRES.pool());
  private final ProjectionRepository projections = new ProjectionRepository(POSTGRES.pool());

  @BeforeAll
  static void trainAModel(@TempDir Path folder) throws IOException {
    TinyDataset.importInto(POSTGRES, folder);
    var run = Run.on(POSTGRES, TinyDataset.training("--method", "yuyin", "--epochs", "1"));
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void pictureIsStoredAndFoundAgain() throws Exception {
    var request = new ProjectionRequest(1, Optional.empty(), ProjectionKind.BOTH, 2_000);
    try (var bell = JobBell.of(POSTGRES.database());
        var _ = worker(bell)) {
      var first = done(jobs.enqueue(JobOrder.of(ProjectionJob.NAME, request.toJson())).await());
      assertThat(first.state()).as(first.toString()).isEqualTo(JobState.FINISHED);

      var stored = projections.find(request).await().orElseThrow();
      assertThat(first.result().orElseThrow().getLong("projection")).isEqualTo(stored.id());
      assertThat(stored.summary().getInteger("laidOut")).isEqualTo(2 * TinyDataset.PAIRS);
      var points = projections.points(stored.id()).await().orElseThrow();
      assertThat(points.size()).isEqualTo(2 * TinyDataset.PAIRS);
      assertThat(points.rows()[0]).isEqualTo(points.rows()[TinyDataset.PAIRS]); // a linked pair

      var second = done(jobs.enqueue(JobOrder.of(ProjectionJob.NAME, request.toJson())).await());
      assertThat(second.result()).isEqualTo(first.result());
      assertThat(projections.byId(stored.id()).await().orElseThrow().createdAt())
          .isEqualTo(stored.createdAt());
    }
  }

  @Test
  void sampleIsDrawnEvenlyOverTheCategories() throws Exception {
    var request = new ProjectionRequest(1, Optional.empty(), ProjectionKind.MUSIC, 40);
    try (var bell = JobBell.of(POSTGRES.database());
        var _ = worker(bell)) {
      done(jobs.enqueue(JobOrder.of(ProjectionJob.NAME, request.toJson())).await());
    }
    var stored = projections.find(request).await().orElseThrow();
    assertThat(stored.summary().getInteger("points")).isBetween(10, 40);
    assertThat(stored.summary().getInteger("available")).isEqualTo(TinyDataset.PAIRS);
  }

  @Test
  void runWithoutAModelIsRefusedWithAReason() throws Exception {
    var request = new ProjectionRequest(99, Optional.empty(), ProjectionKind.MUSIC, 2_000);
    try (var bell = JobBell.of(POSTGRES.database());
        var _ = worker(bell)) {
      var job = done(jobs.enqueue(JobOrder.of(ProjectionJob.NAME, request.toJson())).await());
      assertThat(job.state()).isEqualTo(JobState.FAILED);
      assertThat(job.error().orElse("")).contains("no run 99");
    }
  }

  private static JobWorker worker(JobBell bell) {
    var library = new DatasetLibrary(POSTGRES.folder(), new DatasetRepository(POSTGRES.pool()));
    var checkpoints = new Checkpoints(POSTGRES.folder(), Methods.standard());
    var types = new JobTypes(List.of(new ProjectionJob(POSTGRES.pool(), library, checkpoints)));
    return new JobWorker(POSTGRES.pool(), bell, types, JobSettings.standard(), Optional.empty(), 1);
  }

  private Job done(long id) throws InterruptedException {
    while (true) {
      var job = jobs.byId(id).await().orElseThrow();
      if (job.state().ended()) {
        return job;
      }
      Thread.sleep(50);
    }
  }
}
