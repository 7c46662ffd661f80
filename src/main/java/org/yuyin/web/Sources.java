package org.yuyin.web;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.catalogue.MusicUploads;
import org.yuyin.catalogue.MusicView;
import org.yuyin.catalogue.SoundFactsRepository;
import org.yuyin.catalogue.Uploads;
import org.yuyin.dataset.DatasetRepository;
import org.yuyin.evaluation.EvaluationRepository;
import org.yuyin.feature.Extractors;
import org.yuyin.jobs.JobBell;
import org.yuyin.jobs.JobRepository;
import org.yuyin.media.Previews;
import org.yuyin.model.Methods;
import org.yuyin.operations.Deletion;
import org.yuyin.operations.Measurements;
import org.yuyin.retrieval.ServingRepository;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.DataFolder;
import org.yuyin.training.RunView;
import org.yuyin.training.TrainingQueue;
import org.yuyin.web.account.AccountDesk;
import org.yuyin.web.ranking.RankingDesk;
import org.yuyin.web.ranking.TrackAdvisor;
import org.yuyin.web.review.ReviewRoom;
import org.yuyin.web.see.ModelPictures;
import org.yuyin.web.see.SeeDesk;
import org.yuyin.web.table.TableDesk;

/**
 * Everything that pages and endpoints read from; gathered once by the command that serves.
 *
 * @param settings what the server accepts
 * @param vertx runs the server and its workers
 * @param pool the database
 * @param folder where uploads are received
 * @param blobs media files
 * @param previews pictures and sound for browsers
 * @param catalogue ads, tracks and categories
 * @param music what people look at of the tracks
 * @param sounds what was measured of them
 * @param uploads takes in single ads
 * @param musicUploads takes in music by itself
 * @param runs trainings
 * @param evaluations how good they became
 * @param methods whose defaults settings are compared with
 * @param serving which run recommends
 * @param desk takes requests for music
 * @param advisor knows tracks that are alike
 * @param extractors what can describe ads
 * @param datasets what can be learned from
 * @param training runs that workers train
 * @param jobs the durable queue
 * @param bell rings when a job is queued or moves
 * @param tables works out the paper's tables
 * @param see finds and queues pictures of models
 * @param pictures works out smaller pictures of models
 * @param review where people judge
 * @param accounts who may do what
 * @param deletion deletes ads and music for good
 * @param readiness whether everything works
 * @param measurements what this process measures of itself
 */
public record Sources(
    WebSettings settings,
    Vertx vertx,
    Pool pool,
    DataFolder folder,
    BlobStore blobs,
    Previews previews,
    CatalogueView catalogue,
    MusicView music,
    SoundFactsRepository sounds,
    Uploads uploads,
    MusicUploads musicUploads,
    RunView runs,
    EvaluationRepository evaluations,
    Methods methods,
    ServingRepository serving,
    RankingDesk desk,
    TrackAdvisor advisor,
    Extractors extractors,
    DatasetRepository datasets,
    TrainingQueue training,
    JobRepository jobs,
    JobBell bell,
    TableDesk tables,
    SeeDesk see,
    ModelPictures pictures,
    ReviewRoom review,
    AccountDesk accounts,
    Deletion deletion,
    Readiness readiness,
    Measurements measurements) {}
