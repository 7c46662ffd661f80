package org.yuyin.web.api;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.Optional;
import org.yuyin.catalogue.AdCard;
import org.yuyin.catalogue.CatalogueView;
import org.yuyin.catalogue.SoundFactsRepository;
import org.yuyin.media.Previews;
import org.yuyin.storage.BlobStore;
import org.yuyin.web.Background;
import org.yuyin.web.Refusal;

/** Finds the files behind ads and tracks; what has to be made first is made on worker threads. */
final class MediaShelf {
  private final CatalogueView catalogue;
  private final BlobStore blobs;
  private final Previews previews;
  private final SoundFactsRepository sounds;
  private final Background workers;

  MediaShelf(
      Background workers,
      CatalogueView catalogue,
      SoundFactsRepository sounds,
      BlobStore blobs,
      Previews previews) {
    this.catalogue = catalogue;
    this.sounds = sounds;
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
    var source = catalogue.sourceOfTrack(trackId);
    var facts = sounds.ofTrack(trackId);
    return Future.all(ad, source, facts)
        .compose(
            found -> {
              var pictures = content(ad.result(), "ad " + adId);
              var music = content(source.result(), "track " + trackId);
              var loudness = facts.result().flatMap(it -> it.facts().loudness());
              var name = clipName(ad.result(), source.result());
              return workers.run(
                  () ->
                      new NamedFile(
                          new MediaFile(
                              previews.clip(pictures, music, loudness),
                              "video/mp4",
                              tag(pictures) + tag(music)),
                          name));
            });
  }

  private static String tag(Previews.Content content) {
    return content.sha256().substring(0, 16);
  }

  private static String clipName(Optional<AdCard> ad, Optional<AdCard> source) {
    var picture = ad.map(AdCard::name).orElse("ad").replaceFirst("\\.[A-Za-z0-9]{2,4}$", "");
    var music = source.flatMap(AdCard::trackTitle).orElse("music");
    return "%s - %s.mp4".formatted(picture, music).replaceAll("[/\\\\:*?\"<>|]", "_");
  }

  private Previews.Content content(Optional<AdCard> ad, String wanted) {
    var sha256 = ad.flatMap(AdCard::sha256).filter(blobs::has);
    return sha256
        .map(it -> new Previews.Content(it, blobs.path(it)))
        .orElseThrow(() -> Refusal.notFound("There is no media file of %s.".formatted(wanted)));
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
    var content = content(ad, wanted);
    return workers.run(
        () -> new MediaFile(maker.make(content.sha256(), content.media()), type, tag(content)));
  }
}
