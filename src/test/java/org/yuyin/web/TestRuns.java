package org.yuyin.web;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yuyin.dataset.Split;
import org.yuyin.evaluation.DetailedEvaluation;
import org.yuyin.evaluation.Estimate;
import org.yuyin.evaluation.Evaluation;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.evaluation.Metric;
import org.yuyin.evaluation.QueryOutcomes;
import org.yuyin.evaluation.RetrievalMetrics;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;

/** Trainings of one dataset that never took place, written into a studio's database. */
final class TestRuns {
  private static final JsonObject DESCRIPTION =
      new JsonObject(
          """
          {"tracks": 38, "splits": {"train": 28, "evaluation": 4, "test": 8},
           "categories": {"dolls": 25, "trains": 15}, "mergedCategories": {"toys": 40},
           "widths": {"video": 132, "audio": 780},
           "origin": {"collection": "test", "seed": 0, "leftOut": 2,
             "extractors": {"video": {"name": "colour-motion", "version": 1, "substitute": true},
               "audio": {"name": "log-mel", "version": 1, "substitute": true}}}}
          """);

  private final StudioFixture studio;
  private final long dataset;

  TestRuns(StudioFixture studio) {
    this.studio = studio;
    this.dataset =
        studio.run(
            """
            INSERT INTO dataset (name, version, content_hash, folder, pairs, synthetic, description)
            VALUES ('toys', 3, 'hash', 'folder', 40, true, $1) RETURNING id
            """,
            Tuple.of(DESCRIPTION));
  }

  long dataset() {
    return dataset;
  }

  long add(String state, Map<String, ?> changes) {
    var recipe = Recipe.of(Methods.standard().named("yuyin"), changes);
    return studio.run(
        """
        INSERT INTO run (dataset_id, method, settings, seed, state, code_version, heartbeat_at)
        VALUES ($1, 'yuyin', $2, 5, $3, 'v', now()) RETURNING id
        """,
        Tuple.of(dataset, new JsonObject(recipe.asMap()), state));
  }

  void addEpoch(long run, int epoch) {
    studio.run(
        "INSERT INTO epoch VALUES ($1, $2, 2.5, 1.25, '{\"recall@10\": 0.5}', 0.1)",
        Tuple.of(run, epoch));
  }

  void evaluate(long run, double recallAt10, double random) {
    var measured = new EnumMap<Metric, Estimate>(Metric.class);
    var guessed = new EnumMap<Metric, Double>(Metric.class);
    for (var metric : Metric.values()) {
      measured.put(metric, new Estimate(recallAt10, recallAt10 - 0.1, recallAt10 + 0.1));
      guessed.put(metric, random);
    }
    var metrics = new RetrievalMetrics(62, 41, measured, guessed);
    var noQueries = new QueryOutcomes(new int[0], List.of());
    new EvaluationRepository(studio.postgres().pool())
        .save(
            run,
            Split.TEST,
            new DetailedEvaluation(new Evaluation(metrics, metrics), noQueries, noQueries))
        .await();
  }
}
