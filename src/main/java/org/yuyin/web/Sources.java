package org.yuyin.web;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.catalogue.Uploads;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.media.Previews;
import org.yuyin.model.Methods;
import org.yuyin.retrieval.ServingRepository;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.DataFolder;
import org.yuyin.training.RunView;
import org.yuyin.web.ranking.RankingDesk;
import org.yuyin.web.review.ReviewRoom;

/**
 * Everything that pages and endpoints read from; gathered once by the command that serves.
 *
 * @param settings what the server accepts
 * @param vertx runs the server and its workers
 * @param pool the database, for the health check
 * @param folder where uploads are received
 * @param blobs media files
 * @param previews pictures and sound for browsers
 * @param catalogue ads, tracks and categories
 * @param uploads takes in single ads
 * @param runs trainings
 * @param evaluations how good they became
 * @param methods whose defaults settings are compared with
 * @param serving which run recommends
 * @param desk takes requests for music
 * @param review where people judge
 */
public record Sources(
    WebSettings settings,
    Vertx vertx,
    Pool pool,
    DataFolder folder,
    BlobStore blobs,
    Previews previews,
    CatalogueView catalogue,
    Uploads uploads,
    RunView runs,
    EvaluationRepository evaluations,
    Methods methods,
    ServingRepository serving,
    RankingDesk desk,
    ReviewRoom review) {}
