package org.yuyin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(repository.find(run, Split.TEST).await()).contains(first);
    assertThat(repository.find(run, Split.EVALUATION).await()).isEmpty();

    var second = evaluation(2);
    repository.save(run, Split.TEST, second).await();
    assertThat(repository.find(run, Split.TEST).await()).contains(second);
  }

  private static Evaluation evaluation(long seed) {
    return Evaluator.evaluate(
        new PairedPoints(
            Points.pairs(40, 5), Points.random(40, 8, seed), Points.random(40, 8, seed + 100)));
  }
}
