package org.yuyin.web.api;

import java.util.List;
import org.yuyin.catalogue.Categories;
import org.yuyin.catalogue.TrackEditing;
import org.yuyin.dataset.DatasetLibrary;
import org.yuyin.evaluation.compare.RunComparisons;
import org.yuyin.jobs.JobLines;
import org.yuyin.operations.Measurements;
import org.yuyin.web.Background;
import org.yuyin.web.Endpoint;
import org.yuyin.web.Readiness;
import org.yuyin.web.Sources;
import org.yuyin.web.contract.ApiContract;
import org.yuyin.web.contract.ContractEndpoint;

/** The registry of endpoints. */
public final class Endpoints {
  private static final int WORKERS = 2;

  private Endpoints() {}

  /** What a process without pages answers. */
  public static List<Endpoint> ofWorker(Readiness readiness, Measurements measurements) {
    return List.of(new HealthEndpoint(readiness), new MetricsEndpoint(measurements));
  }

  /** Every endpoint of the studio; a new one adds its line here. */
  public static List<Endpoint> standard(Sources sources) {
    var workers = new Background("web-media", WORKERS);
    var shelf =
        new MediaShelf(
            workers, sources.catalogue(), sources.music(), sources.blobs(), sources.previews());
    var inbox =
        new Inbox(
            sources.vertx(), sources.folder().temporary(), sources.settings().uploadLimitBytes());
    var incoming = new Incoming(inbox, workers);
    return List.of(
        new ContractEndpoint(
            ApiContract.standard(), sources.pool()), // before those that it describes
        new HealthEndpoint(sources.readiness()),
        new MetricsEndpoint(sources.measurements()),
        new UploadAdEndpoint(sources.uploads(), incoming, sources.desk()),
        new AdsEndpoint(sources.catalogue()),
        new TracksEndpoint(sources.music(), sources.advisor()),
        new RunsEndpoint(sources.runs(), sources.evaluations()),
        new DatasetListEndpoint(sources.datasets()),
        new JobsEndpoint(
            sources.jobs(),
            new JobLines(sources.pool()),
            new JobRestart(sources.jobs(), sources.training())),
        new JobWebhookEndpoint(sources.jobs()),
        new JobEventsEndpoint(sources.jobs(), sources.bell()),
        ChoiceEndpoint.ofLanguage(),
        ChoiceEndpoint.ofTheme(),
        new DemoEndpoint(sources.jobs()),
        new RecommendationsEndpoint(sources.desk()),
        new SignInEndpoint(sources.accounts()),
        new SetupEndpoint(sources.accounts()),
        new AccountEndpoint(sources.accounts()),
        new TokensEndpoint(sources.accounts()),
        new UsersEndpoint(sources.accounts()),
        new ReviewerEndpoint(),
        new ReviewTasksEndpoint(sources.review()),
        new ReviewItemsEndpoint(sources.review()),
        new ReviewDecisionsEndpoint(sources.review(), sources.folder().temporary()),
        new ReviewLabelsEndpoint(sources.review()),
        new DatasetsEndpoint(sources.jobs(), sources.extractors()),
        new DatasetArchiveEndpoint(
            sources.datasets(),
            new DatasetLibrary(sources.folder(), sources.datasets()),
            new Background("web-archives", WORKERS)),
        new CategoriesEndpoint(new Categories(sources.pool())),
        new AdCategoryEndpoint(sources.catalogue(), sources.pool()),
        new RunEpochsEndpoint(sources.runs()),
        new RunEventsEndpoint(sources.runs()),
        new TrainEndpoint(sources.methods(), sources.datasets(), sources.training()),
        new RunControlEndpoint(sources.training()),
        new RunServiceEndpoint(sources.serving()),
        new CompareEndpoint(new RunComparisons(sources.pool())),
        new TableFileEndpoint(sources.tables()),
        new ProjectionsEndpoint(sources.see()),
        new AdVideoEndpoint(shelf),
        new AdPosterEndpoint(shelf),
        new ClipEndpoint(shelf),
        DeletionEndpoint.ofAds(sources.deletion(), sources.desk(), workers),
        DeletionEndpoint.ofTracks(sources.deletion(), workers),
        new UploadTrackEndpoint(sources.musicUploads(), incoming),
        new TrackTableEndpoint(sources.pool(), incoming),
        new TrackDetailsEndpoint(new TrackEditing(sources.pool())),
        new TrackAudioEndpoint(shelf),
        new TrackPeaksEndpoint(shelf),
        new TrackFactsEndpoint(sources.sounds()));
  }
}
