package org.yuyin.web.api;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.Optional;
import org.yuyin.catalogue.AdCard;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.catalogue.MusicView;
import org.yuyin.catalogue.TrackCard;
import org.yuyin.media.Previews;
import org.yuyin.media.facts.SoundFacts;
import org.yuyin.storage.BlobStore;
import org.yuyin.web.Background;
import org.yuyin.web.Refusal;

/** Finds the files behind ads and tracks; what has to be made first is made on worker threads. */
final class MediaShelf {
  private final CatalogueView catalogue;
  private final BlobStore blobs;
  private final Previews previews;
  private final MusicView music;
  private final Background workers;

  MediaShelf(
      Background workers,
      CatalogueView catalogue,
      MusicView music,
      BlobStore blobs,
      Previews previews) {
    this.catalogue = catalogue;
    this.music = music;
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

  /**
   * A file with the name that it should be saved under.
   *
   * @param name with its ending
   */
  record NamedFile(MediaFile file, String name) {}

  /** An ad with a track under it. */
  Future<NamedFile> clip(long adId, long trackId) {
    var ad = catalogue.ad(adId);
    var track = music.track(trackId);
    return Future.all(ad, track)
        .compose(
            found -> {
              var pictures = content(ad.result().flatMap(AdCard::sha256), "ad " + adId);
              var sound = content(track.result().map(TrackCard::sha256), "track " + trackId);
              var loudness = track.result().flatMap(TrackCard::facts).flatMap(SoundFacts::loudness);
              var name = clipName(ad.result(), track.result());
              return workers.run(
                  () ->
                      new NamedFile(
                          new MediaFile(
                              previews.clip(pictures, sound, loudness),
                              "video/mp4",
                              tag(pictures) + tag(sound)),
                          name));
            });
  }

  private static String tag(Previews.Content content) {
    return content.sha256().substring(0, 16);
  }

  private static String clipName(Optional<AdCard> ad, Optional<TrackCard> track) {
    var picture = ad.map(AdCard::name).orElse("ad").replaceFirst("\\.[A-Za-z0-9]{2,4}$", "");
    var title = track.map(TrackCard::title).orElse("music");
    return "%s - %s.mp4".formatted(picture, title).replaceAll("[/\\\\:*?\"<>|]", "_");
  }

  private Previews.Content content(Optional<String> sha256, String wanted) {
    return sha256
        .filter(blobs::has)
        .map(it -> new Previews.Content(it, blobs.path(it)))
        .orElseThrow(() -> Refusal.notFound("There is no media file of %s.".formatted(wanted)));
  }

  private Future<MediaFile> ofAd(long adId, String type, Maker maker) {
    return catalogue
        .ad(adId)
        .compose(ad -> make(ad.flatMap(AdCard::sha256), "ad " + adId, type, maker));
  }

  private Future<MediaFile> ofTrack(long trackId, String type, Maker maker) {
    return music
        .track(trackId)
        .compose(it -> make(it.map(TrackCard::sha256), "track " + trackId, type, maker));
  }

  private Future<MediaFile> make(Optional<String> sha256, String wanted, String type, Maker maker) {
    var content = content(sha256, wanted);
    return workers.run(
        () -> new MediaFile(maker.make(content.sha256(), content.media()), type, tag(content)));
  }
}
