package org.yuyin.app;

import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.catalogue.MusicView;
import org.yuyin.catalogue.SoundFactsRepository;
import org.yuyin.catalogue.Uploads;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.jobs.JobRepository;
import org.yuyin.model.Methods;
import org.yuyin.operations.Measurements;
import org.yuyin.retrieval.LoadedModels;
import org.yuyin.retrieval.ServingRepository;
import org.yuyin.training.RunView;
import org.yuyin.training.TrainingQueue;
import org.yuyin.web.Readiness;
import org.yuyin.web.Sources;
import org.yuyin.web.Views;
import org.yuyin.web.WebServer;
import org.yuyin.web.WebSettings;
import org.yuyin.web.account.AccountDesk;
import org.yuyin.web.api.Endpoints;
import org.yuyin.web.page.Pages;
import org.yuyin.web.ranking.RankingDesk;
import org.yuyin.web.review.ReviewRoom;
import org.yuyin.web.see.ModelPictures;
import org.yuyin.web.see.SeeDesk;
import org.yuyin.web.table.TableDesk;

/** The web server of one studio, running until closed. */
final class StudioServer implements AutoCloseable {
  private final WebServer server;
  private final RankingDesk desk;
  private final CatalogueAdvisor advisor;
  private final ReviewRoom review;
  private final LoadedModels model;
  private final Workers workers;
  private final Measurements measurements;

  private StudioServer(
      WebServer server,
      RankingDesk desk,
      CatalogueAdvisor advisor,
      ReviewRoom review,
      LoadedModels model,
      Workers workers,
      Measurements measurements) {
    this.server = server;
    this.desk = desk;
    this.advisor = advisor;
    this.review = review;
    this.model = model;
    this.workers = workers;
    this.measurements = measurements;
  }

  /** Listens; a port that is taken is one clear line. */
  static StudioServer start(Studio studio, WebSettings settings) {
    var pool = studio.database().pool();
    var vertx = studio.database().vertx();
    var catalogue = new CatalogueView(pool);
    var model = new LoadedModels(Recommending.models(studio));
    var advisor = new CatalogueAdvisor(model);
    var describer = Recommending.describer(studio);
    var ranker = new CatalogueRanker(catalogue, studio.blobs(), model, describer);
    var desk = new RankingDesk(vertx, ranker);
    var review =
        ReviewRoom.of(pool, new ModelProposals(studio, catalogue, ranker, model, describer));
    var accounts = studio.accounts();
    var measurements = new Measurements(pool, studio.folder());
    var workers = new AtomicReference<@Nullable Workers>();
    var sources =
        new Sources(
            settings,
            vertx,
            pool,
            studio.folder(),
            studio.blobs(),
            studio.previews(),
            catalogue,
            new MusicView(pool),
            new SoundFactsRepository(pool),
            new Uploads(pool, studio.blobs(), studio.media()),
            Ingesting.musicUploads(studio),
            new RunView(pool),
            new EvaluationRepository(pool),
            Methods.standard(),
            new ServingRepository(pool),
            desk,
            advisor,
            studio.extractors(),
            new DatasetRepository(pool),
            new TrainingQueue(pool, CodeVersion.current()),
            new JobRepository(pool),
            studio.bell(),
            new TableDesk(pool),
            new SeeDesk(pool, studio.folder()),
            new ModelPictures(pool, studio.folder()),
            review,
            AccountDesk.of(accounts, settings.proxies()),
            studio.deletion(),
            new Readiness(
                pool,
                studio.database().newestSchema(),
                () -> workers.get() instanceof Workers some && some.alive()),
            measurements);
    var pages = Pages.standard(sources);
    var views = new Views(pages.menu());
    var endpoints = new ArrayList<>(pages.endpoints(views));
    endpoints.addAll(Endpoints.standard(sources));
    try {
      var server = WebServer.start(vertx, settings, views, accounts, endpoints).await();
      workers.set(Workers.start(studio));
      return new StudioServer(
          server,
          desk,
          advisor,
          review,
          model,
          Objects.requireNonNull(workers.get()),
          measurements);
    } catch (RuntimeException e) {
      desk.close();
      advisor.close();
      review.close();
      model.close();
      measurements.close();
      throw e;
    }
  }

  /** Where a browser finds it. */
  String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.stop().await();
    workers.close();
    desk.close();
    advisor.close();
    review.close();
    model.close();
    measurements.close();
  }
}
