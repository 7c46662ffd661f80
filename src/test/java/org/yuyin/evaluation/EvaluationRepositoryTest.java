package org.yuyin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuyin.dataset.Split;
import org.yuyin.storage.PostgresExtension;

class EvaluationRepositoryTest {
  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final String MAKE_RUN =
      """
      WITH made AS (
        INSERT INTO dataset (name, version, content_hash, folder, pairs, description)
        VALUES ('d', 1, 'h', 'f', 1, '{}') RETURNING id)
      INSERT INTO run (dataset_id, method, settings, seed, state, code_version)
      SELECT id, 'yuyin', '{}', 0, 'finished', 'test' FROM made RETURNING id
      """;

  @Test
  void anEvaluationIsReadAsItWasSavedAndReplacedByALaterOne() {
    var repository = new EvaluationRepository(postgres.pool());
    long run = postgres.pool().query(MAKE_RUN).execute().await().iterator().next().getLong("id");
    assertThat(repository.find(run, Split.TEST).await()).isEmpty();

    var first = evaluation(1);
    repository.save(run, Split.TEST, first).await();
    assertThat(repository.find(run, Split.TEST).await()).contains(first.summary());
    assertThat(repository.find(run, Split.EVALUATION).await()).isEmpty();
    assertThat(outcomes(repository, run).rows()).isEqualTo(first.musicToVideo().rows());
    assertThat(outcomes(repository, run).toBytes()).isEqualTo(first.musicToVideo().toBytes());

    var second = evaluation(2);
    repository.save(run, Split.TEST, second).await();
    assertThat(repository.find(run, Split.TEST).await()).contains(second.summary());
  }

  private static QueryOutcomes outcomes(EvaluationRepository repository, long run) {
    return repository
        .outcomes(List.of(run), Split.TEST, Direction.MUSIC_TO_VIDEO)
        .await()
        .getOrDefault(run, new QueryOutcomes(new int[0], List.of()));
  }

  private static DetailedEvaluation evaluation(long seed) {
    var rows = IntStream.range(100, 140).toArray();
    return Evaluator.inDetail(
        new PairedPoints(
            Points.pairs(40, 5), Points.random(40, 8, seed), Points.random(40, 8, seed + 100)),
        rows);
  }
}
