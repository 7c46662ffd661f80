package org.yuyin.web.api;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.Optional;
import org.yuyin.catalogue.AdCard;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.media.Previews;
import org.yuyin.storage.BlobStore;
import org.yuyin.web.Background;
import org.yuyin.web.Refusal;

/** Finds the files behind ads and tracks; what has to be made first is made on worker threads. */
final class MediaShelf {
  private final CatalogueView catalogue;
  private final BlobStore blobs;
  private final Previews previews;
  private final Background workers;

  MediaShelf(Background workers, CatalogueView catalogue, BlobStore blobs, Previews previews) {
    this.catalogue = catalogue;
    this.blobs = blobs;
    this.previews = previews;
    this.workers = workers;
  }

  private interface Maker {
    Path make(String sha256, Path media);
  }

  Future<MediaFile> video(long adId) {
    return ofAd(adId, "video/mp4", previews::video);
  }

  Future<MediaFile> poster(long adId) {
    return ofAd(adId, "image/jpeg", previews::poster);
  }

  Future<MediaFile> sound(long trackId) {
    return ofTrack(trackId, "audio/mp4", previews::sound);
  }

  Future<MediaFile> peaks(long trackId) {
    return ofTrack(trackId, "application/octet-stream", previews::peaks);
  }

  private Future<MediaFile> ofAd(long adId, String type, Maker maker) {
    return catalogue.ad(adId).compose(ad -> make(ad, "ad " + adId, type, maker));
  }

  private Future<MediaFile> ofTrack(long trackId, String type, Maker maker) {
    return catalogue
        .sourceOfTrack(trackId)
        .compose(ad -> make(ad, "track " + trackId, type, maker));
  }

  private Future<MediaFile> make(Optional<AdCard> ad, String wanted, String type, Maker maker) {
    var sha256 = ad.flatMap(AdCard::sha256);
    if (sha256.isEmpty() || !blobs.has(sha256.get())) {
      return Future.failedFuture(
          Refusal.notFound("There is no media file of %s.".formatted(wanted)));
    }
    var content = sha256.get();
    return workers.run(
        () ->
            new MediaFile(
                maker.make(content, blobs.path(content)), type, content.substring(0, 16)));
  }
}
