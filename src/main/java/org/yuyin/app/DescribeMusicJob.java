package org.yuyin.app;

import io.vertx.core.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuyin.catalogue.UploadedTracks;
import org.yuyin.dataset.DatasetInfo;
import org.yuyin.jobs.JobContext;
import org.yuyin.jobs.JobType;
import org.yuyin.storage.InputException;

/**
 * Describes uploaded music like the dataset of the model in service, which can then recommend it.
 * Queued when music arrives and when another model goes into service.
 */
final class DescribeMusicJob implements JobType {
  private static final Logger log = LoggerFactory.getLogger(DescribeMusicJob.class);

  private final Studio studio;

  DescribeMusicJob(Studio studio) {
    this.studio = studio;
  }

  @Override
  public String name() {
    return UploadedTracks.DESCRIBE;
  }

  @Override
  public JsonObject run(JobContext context) throws Exception {
    try {
      return describe(context, Recommending.models(studio).servedDataset());
    } catch (InputException notYet) {
      // No model, or one of features that nobody here can make: the music waits for the next one,
      // which asks again when it goes into service.
      return JsonObject.of("waiting", notYet.getMessage());
    }
  }

  private JsonObject describe(JobContext context, DatasetInfo dataset) throws Exception {
    var self = Thread.currentThread();
    var report =
        context.telling(
            self::interrupt,
            () ->
                Recommending.uploaded(studio)
                    .describe(dataset, now -> context.progress(now.done(), now.total(), "music")));
    report
        .failures()
        .forEach(it -> log.warn("{} cannot be described: {}", it.item().name(), it.reason()));
    return JsonObject.of(
        "dataset", dataset.label(), "tracks", report.items(), "failed", report.failures().size());
  }
}
