package org.yuyin.app;

import java.util.ArrayList;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.catalogue.Uploads;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.model.Methods;
import org.yuyin.retrieval.CurrentModel;
import org.yuyin.retrieval.ServingRepository;
import org.yuyin.training.RunView;
import org.yuyin.web.Sources;
import org.yuyin.web.Views;
import org.yuyin.web.WebServer;
import org.yuyin.web.WebSettings;
import org.yuyin.web.api.Endpoints;
import org.yuyin.web.page.Pages;
import org.yuyin.web.ranking.RankingDesk;
import org.yuyin.web.review.ReviewRoom;

/** The web server of one studio, running until closed. */
final class StudioServer implements AutoCloseable {
  private final WebServer server;
  private final RankingDesk desk;
  private final ReviewRoom review;
  private final CurrentModel model;

  private StudioServer(WebServer server, RankingDesk desk, ReviewRoom review, CurrentModel model) {
    this.server = server;
    this.desk = desk;
    this.review = review;
    this.model = model;
  }

  /** Listens; a port that is taken is one clear line. */
  static StudioServer start(Studio studio, WebSettings settings) {
    var pool = studio.database().pool();
    var vertx = studio.database().vertx();
    var catalogue = new CatalogueView(pool);
    var model = new CurrentModel(Recommending.models(studio));
    var describer = Recommending.describer(studio);
    var ranker = new CatalogueRanker(catalogue, studio.blobs(), model, describer);
    var desk = new RankingDesk(vertx, ranker);
    var review =
        ReviewRoom.of(pool, new ModelProposals(studio, catalogue, ranker, model, describer));
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
            review);
    var pages = Pages.standard(sources);
    var views = new Views(pages.menu());
    var endpoints = new ArrayList<>(pages.endpoints(views));
    endpoints.addAll(Endpoints.standard(sources));
    try {
      var server = WebServer.start(vertx, settings, views, endpoints).await();
      return new StudioServer(server, desk, review, model);
    } catch (RuntimeException e) {
      desk.close();
      review.close();
      model.close();
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
    desk.close();
    review.close();
    model.close();
  }
}
