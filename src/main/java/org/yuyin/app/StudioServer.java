package org.yuyin.app;

import java.util.ArrayList;
import java.util.List;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.catalogue.Uploads;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.evaluation.projection.ProjectionJob;
import org.yuyin.jobs.JobSettings;
import org.yuyin.jobs.JobType;
import org.yuyin.jobs.JobTypes;
import org.yuyin.jobs.JobWorker;
import org.yuyin.model.Methods;
import org.yuyin.retrieval.CurrentModel;
import org.yuyin.retrieval.ServingRepository;
import org.yuyin.training.Checkpoints;
import org.yuyin.training.RunView;
import org.yuyin.web.Sources;
import org.yuyin.web.Views;
import org.yuyin.web.WebServer;
import org.yuyin.web.WebSettings;
import org.yuyin.web.api.Endpoints;
import org.yuyin.web.page.Pages;
import org.yuyin.web.ranking.RankingDesk;
import org.yuyin.web.see.ModelPictures;
import org.yuyin.web.see.SeeDesk;
import org.yuyin.web.table.TableDesk;

/** The web server of one studio, running until closed. */
final class StudioServer implements AutoCloseable {
  private final WebServer server;
  private final RankingDesk desk;
  private final CurrentModel model;
  private final JobWorker worker;

  private StudioServer(WebServer server, RankingDesk desk, CurrentModel model, JobWorker worker) {
    this.server = server;
    this.desk = desk;
    this.model = model;
    this.worker = worker;
  }

  /** Listens; a port that is taken is one clear line. */
  static StudioServer start(Studio studio, WebSettings settings) {
    var pool = studio.database().pool();
    var vertx = studio.database().vertx();
    var catalogue = new CatalogueView(pool);
    var model = new CurrentModel(Recommending.models(studio));
    var desk =
        new RankingDesk(
            vertx,
            new CatalogueRanker(catalogue, studio.blobs(), model, Recommending.describer(studio)));
    var sources =
        new Sources(
            settings,
            vertx,
            pool,
            studio.folder(),
            studio.blobs(),
            studio.previews(),
            catalogue,
            new Uploads(pool, studio.blobs(), studio.media()),
            new RunView(pool),
            new EvaluationRepository(pool),
            Methods.standard(),
            new ServingRepository(pool),
            desk,
            new TableDesk(pool),
            new SeeDesk(pool, studio.folder()),
            new ModelPictures(pool, studio.folder()));
    var pages = Pages.standard(sources);
    var views = new Views(pages.menu());
    var endpoints = new ArrayList<>(pages.endpoints(views));
    endpoints.addAll(Endpoints.standard(sources));
    try {
      var server = WebServer.start(vertx, settings, views, endpoints).await();
      var worker = new JobWorker(pool, new JobTypes(jobTypes(studio)), JobSettings.standard(), 1);
      return new StudioServer(server, desk, model, worker);
    } catch (RuntimeException e) {
      desk.close();
      model.close();
      throw e;
    }
  }

  /** What the server works off beside answering; a new type of job adds its line here. */
  private static List<JobType> jobTypes(Studio studio) {
    var pool = studio.database().pool();
    var checkpoints = new Checkpoints(studio.folder(), Methods.standard());
    return List.of(new ProjectionJob(pool, studio.datasets(), checkpoints));
  }

  /** Where a browser finds it. */
  String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.stop().await();
    worker.close();
    desk.close();
    model.close();
  }
}
