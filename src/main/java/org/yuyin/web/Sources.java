package org.yuyin.web;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.catalogue.Uploads;
import org.yuyin.media.Previews;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.DataFolder;
import org.yuyin.web.ranking.RankingDesk;

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
 * @param desk takes requests for music
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
    RankingDesk desk) {}
