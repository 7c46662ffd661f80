package org.yuyin.app;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.catalogue.IngestSource;
import org.yuyin.catalogue.ManifestSources;
import org.yuyin.catalogue.synthetic.DemoCatalogue;
import org.yuyin.catalogue.synthetic.DemoSettings;
import org.yuyin.catalogue.synthetic.plan.PlanSize;
import org.yuyin.dataset.DatasetRequest;
import org.yuyin.feature.picture.InceptionSetup;
import org.yuyin.jobs.JobContext;
import org.yuyin.jobs.JobType;
import org.yuyin.model.Methods;
import org.yuyin.model.Recipe;
import org.yuyin.storage.InputException;
import org.yuyin.training.RunRequest;
import org.yuyin.training.TrainingQueue;

/**
 * Fills an empty installation: makes the synthetic catalogue, takes it in, extracts features and
 * queues a training, whose model then recommends. What is done is found done when it runs again.
 */
final class DemoJob implements JobType {
  private static final Logger LOG = LoggerFactory.getLogger(DemoJob.class);
  private static final String NAME = "demo";

  private final Studio studio;
  private final TrainingQueue queue;

  DemoJob(Studio studio, TrainingQueue queue) {
    this.studio = studio;
    this.queue = queue;
  }

  @Override
  public String name() {
    return DemoCatalogue.JOB_TYPE;
  }

  @Override
  public JsonObject run(JobContext context) throws Exception {
    fetchWeights(context);
    takeIn(context, ManifestSources.in(makeCatalogue(context)));
    var request = new DatasetRequest(NAME, NAME, Map.of(), 0, false);
    var dataset = DatasetMaking.build(studio, request, context).dataset();
    var recipe = Recipe.of(Methods.standard().named("yuyin"), Map.of());
    long run = queue.submit(RunRequest.of(dataset.id(), recipe, 0, false)).await();
    return JsonObject.of("dataset", dataset.label(), "run", run);
  }

  /** Without npm or a network the demo goes on with a weaker extractor, which the pages say. */
  private void fetchWeights(JobContext context) throws Exception {
    context.progress(0, 0, "weights");
    var self = Thread.currentThread();
    context.telling(
        self::interrupt,
        () -> {
          try {
            return new InceptionSetup().run(studio.folder().models());
          } catch (InputException e) {
            LOG.warn("going on with a weaker picture extractor: {}", e.getMessage());
            return false;
          }
        });
  }

  private Path makeCatalogue(JobContext context) throws Exception {
    var self = Thread.currentThread();
    return context.telling(
        self::interrupt,
        () ->
            DemoCatalogue.write(
                studio.folder().root().resolve("demo-catalogue"),
                settings(context),
                (done, total, file) -> context.progress(done, total, "making")));
  }

  private static DemoSettings settings(JobContext context) {
    var standard = DemoSettings.standard();
    int ads = context.settings().getInteger("ads", standard.size().music());
    return standard.withSize(PlanSize.ofAds(ads));
  }

  private void takeIn(JobContext context, List<IngestSource> sources) throws Exception {
    var ingest = Ingesting.of(studio);
    context.telling(
        ingest::stop,
        () -> ingest.run(NAME, sources, (done, total) -> context.progress(done, total, "ingest")));
  }
}
