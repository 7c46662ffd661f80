package org.yuyin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.catalogue.IngestReport.CategoryCount;
import org.yuyin.catalogue.IngestReport.Count;
import org.yuyin.catalogue.MergeChange.Kind;
import org.yuyin.media.FfmpegMediaReader;
import org.yuyin.media.MediaLimits;
import org.yuyin.media.Previews;
import org.yuyin.media.Sound;
import org.yuyin.media.SoundKind;
import org.yuyin.media.TestClips;
import org.yuyin.storage.BlobStore;
import org.yuyin.storage.DataFolder;
import org.yuyin.storage.InputException;
import org.yuyin.storage.PostgresExtension;
import org.yuyin.storage.Sha256;

class IngestTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @TempDir private static Path media;
  @TempDir private Path folder;

  private final AtomicInteger judged = new AtomicInteger();
  private final BlobStore blobs = new BlobStore(POSTGRES.folder());

  @BeforeAll
  static void makeClips() {
    for (int seconds = 1; seconds <= 3; seconds++) {
      TestClips.video(media.resolve(seconds + ".mp4"), seconds);
    }
  }

  @Test
  void everySourceIsIncludedOrLeftOutWithItsReasonOrADuplicate() throws IOException {
    put("mobile phones/a.mp4", "1");
    put("mobile phones/copy.mp4", "1");
    put("sports/b.mp4", "2");
    Files.writeString(folder.resolve("sports/text.mp4"), "this is a text");
    Files.createFile(folder.resolve("sports/empty.mp4"));

    var report = ingest(this::all).run("every", FolderSources.in(folder), (_, _) -> {});

    assertThat(report.found()).isEqualTo(5);
    assertThat(report.duplicates()).isEqualTo(1);
    assertThat(report.included()).isEqualTo(2);
    assertThat(report.excluded()).containsExactly(new Count("unreadable", 2));
    assertThat(report.categories())
        .containsExactlyInAnyOrder(
            new CategoryCount("sports", "clothing", 3, 1),
            new CategoryCount("mobile phones", "electronic products", 1, 1));
  }

  @Test
  void adsWithTooLittleMusicStayOutWithTheReason() throws IOException {
    put("food/a.mp4", "1");
    put("food/b.mp4", "2");
    SoundJudge half =
        sound ->
            sound.seconds() < 1.5
                ? new SoundJudge.Verdict(0.1, Optional.of("speech_only"))
                : new SoundJudge.Verdict(0.9, Optional.empty());

    var report = ingest(half).run("filtered", FolderSources.in(folder), (_, _) -> {});

    assertThat(report.excluded()).containsExactly(new Count("speech_only", 1));
    assertThat(new IncludedAds(POSTGRES.pool()).of("filtered").await())
        .extracting(IncludedAd::name)
        .containsExactly("food/b.mp4");
  }

  @Test
  void secondRunLooksOnlyAtWhatIsNewOrChanged() throws IOException {
    put("food/a.mp4", "1");
    put("food/b.mp4", "2");
    var first = ingest(this::all).run("again", FolderSources.in(folder), (_, _) -> {});
    assertThat(judged.get()).isEqualTo(2);

    var same = ingest(this::all).run("again", FolderSources.in(folder), (_, _) -> {});
    assertThat(judged.get()).isEqualTo(2);
    assertThat(same).isEqualTo(first);

    put("food/b.mp4", "3");
    var changed = ingest(this::all).run("again", FolderSources.in(folder), (_, _) -> {});
    assertThat(judged.get()).isEqualTo(3);
    assertThat(changed.included()).isEqualTo(2);
    assertThat(changed.found()).isEqualTo(2);
  }

  @Test
  void ingestThatBrokeInTheMiddleCountsNothingTwice() throws IOException {
    put("food/a.mp4", "1");
    put("food/b.mp4", "2");
    put("food/c.mp4", "3");
    SoundJudge breaking =
        sound -> {
          if (judged.incrementAndGet() == 2) {
            throw new IllegalStateException("the power went");
          }
          return new SoundJudge.Verdict(1, Optional.empty());
        };
    var sources = FolderSources.in(folder);
    var broken =
        new Ingest(
            POSTGRES.pool(),
            blobs,
            reader(),
            previews(),
            breaking,
            CategoryMerging.ofThePaper(),
            1);
    assertThatThrownBy(() -> broken.run("broken", sources, (_, _) -> {}))
        .hasMessage("the power went");

    var report = ingest(this::all).run("broken", sources, (_, _) -> {});

    assertThat(report.found()).isEqualTo(3);
    assertThat(report.included()).isEqualTo(3);
    assertThat(report.duplicates()).isZero();
  }

  @Test
  void adsOfOneTrackGroupShareTheirTrackAndTheirBlobsAreStored() throws IOException {
    put("a.mp4", "1");
    put("b.mp4", "2");
    var manifest =
        Files.writeString(
            folder.resolve("m.csv"),
            "file,category,track_group\na.mp4,food,songs/slow_walk\nb.mp4,food,songs/slow_walk\n");

    ingest(this::all).run("tracks", ManifestSources.in(manifest), (_, _) -> {});

    var ads = new IncludedAds(POSTGRES.pool()).of("tracks").await();
    assertThat(ads)
        .hasSize(2)
        .extracting(IncludedAd::trackKey)
        .containsOnly("tracks:songs/slow_walk");
    assertThat(ads).allSatisfy(ad -> assertThat(blobs.has(ad.sha256())).isTrue());
  }

  @Test
  void unknownCategoryIsItsOwnMergedCategoryAndAManifestWins() throws IOException {
    put("a.mp4", "1");
    put("b.mp4", "2");
    var manifest =
        Files.writeString(
            folder.resolve("m.csv"),
            "file,category,merged_category\na.mp4,garden chairs,\nb.mp4,tents,outdoor\n");

    ingest(this::all).run("merging", ManifestSources.in(manifest), (_, _) -> {});

    assertThat(new IncludedAds(POSTGRES.pool()).of("merging").await())
        .extracting(IncludedAd::mergedCategory)
        .containsExactly("garden chairs", "outdoor");
  }

  @Test
  void whatAPersonMergedStaysWhenAdsAreTakenInAgain() throws IOException {
    put("a.mp4", "1");
    put("b.mp4", "2");
    var categories = new Categories(POSTGRES.pool());
    ingest(this::all).run("by hand", manifest("a.mp4,sofas,living", "b.mp4,lamps,"), (_, _) -> {});
    categories.apply(new MergeChange(Kind.MOVE, "sofas", "seats")).await();
    categories.apply(new MergeChange(Kind.RENAME, "lamps", "light")).await();

    put("a.mp4", "3"); // a changed file is taken in anew, with its category
    put("c.mp4", "1");
    var again = manifest("a.mp4,sofas,living", "b.mp4,lamps,other", "c.mp4,bulbs,lamps");
    ingest(this::all).run("by hand", again, (_, _) -> {});

    assertThat(new IncludedAds(POSTGRES.pool()).of("by hand").await())
        .extracting(IncludedAd::category, IncludedAd::mergedCategory)
        .containsExactly(
            tuple("sofas", "seats"),
            tuple("lamps", "light"),
            tuple("bulbs", "light")); // the manifest's old name means the new one
  }

  private List<IngestSource> manifest(String... rows) throws IOException {
    var lines = "file,category,merged_category\n" + String.join("\n", rows) + "\n";
    return ManifestSources.in(Files.writeString(folder.resolve("m.csv"), lines));
  }

  @Test
  void ofEqualFilesTheFirstIsTheAdHoweverManyThreadsThereAre() throws IOException {
    for (int copy = 0; copy < 6; copy++) {
      put("category %d/copy.mp4".formatted(copy), "3");
    }

    var report = ingest(this::all).run("copies", FolderSources.in(folder), (_, _) -> {});

    assertThat(judged.get()).isEqualTo(1);
    assertThat(report.duplicates()).isEqualTo(5);
    assertThat(report.categories())
        .containsExactly(new CategoryCount("category 0", "category 0", 1, 1));
  }

  @Test
  void filesThatExchangeTheirContentsStayTwoAds() throws IOException {
    put("food/a.mp4", "1");
    put("food/b.mp4", "2");
    put("sports/copy of a.mp4", "1");
    ingest(this::all).run("exchange", FolderSources.in(folder), (_, _) -> {});
    put("food/a.mp4", "2");
    put("food/b.mp4", "1");

    var report = ingest(this::all).run("exchange", FolderSources.in(folder), (_, _) -> {});

    assertThat(report.included()).isEqualTo(2);
    assertThat(report.duplicates()).isEqualTo(1);
    var ads = new IncludedAds(POSTGRES.pool()).of("exchange").await();
    assertThat(ads).extracting(IncludedAd::name).containsExactly("food/a.mp4", "food/b.mp4");
    assertThat(ads.get(0).sha256()).isEqualTo(Sha256.of(media.resolve("2.mp4")));
    assertThat(ads.get(1).sha256()).isEqualTo(Sha256.of(media.resolve("1.mp4")));
  }

  @Test
  void copyBecomesAnAdWhenItsOriginalChanges() throws IOException {
    put("food/a.mp4", "1");
    put("food/b.mp4", "1");
    ingest(this::all).run("original", FolderSources.in(folder), (_, _) -> {});
    put("food/a.mp4", "2");

    var report = ingest(this::all).run("original", FolderSources.in(folder), (_, _) -> {});

    assertThat(report.included()).isEqualTo(2);
    assertThat(report.duplicates()).isZero();
  }

  @Test
  void stoppedIngestSaysSoAndGoesOnWithTheSameReport() throws IOException {
    put("food/a.mp4", "1");
    put("food/b.mp4", "2");
    put("food/c.mp4", "3");
    var sources = FolderSources.in(folder);
    var stopping =
        new Ingest(
            POSTGRES.pool(),
            blobs,
            reader(),
            previews(),
            this::all,
            CategoryMerging.ofThePaper(),
            1);
    assertThatThrownBy(
            () ->
                stopping.run(
                    "stopped",
                    sources,
                    (done, _) -> {
                      if (done == 1) {
                        stopping.stop();
                      }
                    }))
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining("1 of 3");

    var report = ingest(this::all).run("stopped", sources, (_, _) -> {});

    assertThat(report.included()).isEqualTo(3);
    assertThat(judged.get()).isEqualTo(3);
  }

  @Test
  void failureOfTheStoreDoesNotMakeFilesUnreadable() throws IOException {
    put("food/a.mp4", "1");
    put("food/b.mp4", "2");
    var sources = FolderSources.in(folder);
    var gone = new BlobStore(new DataFolder(folder.resolve("gone")));
    var failing =
        new Ingest(
            POSTGRES.pool(),
            gone,
            reader(),
            previews(),
            this::all,
            CategoryMerging.ofThePaper(),
            2);
    assertThatThrownBy(() -> failing.run("store", sources, (_, _) -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be written");

    var report = ingest(this::all).run("store", sources, (_, _) -> {});

    assertThat(report.included()).isEqualTo(2);
    assertThat(report.excluded()).isEmpty();
  }

  @Test
  void factsOfTheMusicAreMeasuredOnTheWay() throws IOException {
    put("food/a.mp4", "3");
    SoundJudge sung = sound -> new SoundJudge.Verdict(1, Optional.empty(), Optional.of(0.8));
    ingest(sung).run("facts", FolderSources.in(folder), (_, _) -> {});

    var ad = new IncludedAds(POSTGRES.pool()).of("facts").await().getFirst();
    var measured = facts().ofTrack(ad.trackId()).await().orElseThrow();
    assertThat(measured.facts().seconds()).isCloseTo(3, within(0.1));
    assertThat(measured.facts().loudness()).isPresent();
    var outline = POSTGRES.folder().cache().resolve(ad.sha256().substring(0, 2));
    assertThat(outline.resolve(ad.sha256() + "-peaks-2000.bin")).hasSize(4000);
    assertThat(measured.facts().vocal()).contains(true);
    assertThat(measured.curves().energyDb().perSecond()).hasSizeBetween(3, 4);
  }

  @Test
  void theSameIngestAgainFillsInFactsThatAreMissing() throws IOException {
    put("food/a.mp4", "1");
    put("food/b.mp4", "2");
    var sources = FolderSources.in(folder);
    ingest(this::all).run("filling", sources, (_, _) -> {});
    POSTGRES.pool().query("UPDATE sound_facts SET version = 0").execute().await();
    assertThat(facts().missing("filling").await()).hasSize(2);

    ingest(this::all).run("filling", sources, (_, _) -> {});

    assertThat(facts().missing("filling").await()).isEmpty();
    assertThat(new IncludedAds(POSTGRES.pool()).of("filling").await()).hasSize(2);
  }

  @Test
  void whatIsHeardInEachSecondIsKeptAndFilledInWhereItWasNot() throws IOException {
    put("food/a.mp4", "2");
    put("food/b.mp4", "3");
    SoundJudge listening =
        sound ->
            sound.seconds() < 2.5
                ? heard(1, Optional.empty(), "mm")
                : heard(0.3, Optional.of("speech_only"), "ms-");
    ingest(listening).run("heard", FolderSources.in(folder), (_, _) -> {});
    assertThat(heardIn("heard")).containsExactly("mm", "ms-");
    long ad = new IncludedAds(POSTGRES.pool()).of("heard").await().getFirst().id();
    assertThat(new HeardSeconds(POSTGRES.pool()).of(ad).await())
        .containsExactly(SoundKind.MUSIC, SoundKind.MUSIC);

    POSTGRES.pool().query("UPDATE ad SET heard = NULL").execute().await();
    assertThat(new HeardSeconds(POSTGRES.pool()).of(ad).await()).isEmpty();
    ingest(listening).run("heard", FolderSources.in(folder), (_, _) -> {});
    assertThat(heardIn("heard")).containsExactly("mm", "ms-");
  }

  private static SoundJudge.Verdict heard(
      double share, Optional<String> exclusion, String letters) {
    return new SoundJudge.Verdict(share, exclusion, Optional.empty(), SoundKind.parse(letters));
  }

  private static List<String> heardIn(String collection) {
    return POSTGRES
        .pool()
        .preparedQuery("SELECT heard FROM ad WHERE collection = $1 ORDER BY name")
        .mapping(row -> row.getString("heard"))
        .execute(Tuple.of(collection))
        .await()
        .stream()
        .toList();
  }

  @Test
  void musicWhoseFactsCannotBeMeasuredIsTakenInAllTheSame() throws IOException {
    put("food/a.mp4", "1");
    SoundJudge.Verdict noVoiceAtAll = new SoundJudge.Verdict(1, Optional.empty());
    POSTGRES.pool().query("DELETE FROM sound_facts").execute().await();
    ingest(_ -> noVoiceAtAll).run("lost", FolderSources.in(folder), (_, _) -> {});
    POSTGRES.pool().query("DELETE FROM sound_facts").execute().await();
    var ad = new IncludedAds(POSTGRES.pool()).of("lost").await().getFirst();
    Files.delete(blobs.path(ad.sha256()));

    var report = ingest(_ -> noVoiceAtAll).run("lost", FolderSources.in(folder), (_, _) -> {});

    assertThat(report.included()).isEqualTo(1);
    assertThat(facts().ofTrack(ad.trackId()).await()).isEmpty();
    blobs.put(folder.resolve("food/a.mp4"));
  }

  private static SoundFactsRepository facts() {
    return new SoundFactsRepository(POSTGRES.pool());
  }

  @Test
  void twoIngestsIntoOneCollectionAreRefused() {
    try (var _ = CollectionLock.acquire(POSTGRES.pool(), "busy")) {
      assertThatThrownBy(() -> CollectionLock.acquire(POSTGRES.pool(), "busy"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("\"busy\"");
      CollectionLock.acquire(POSTGRES.pool(), "other").close();
    }
    CollectionLock.acquire(POSTGRES.pool(), "busy").close();
  }

  private SoundJudge.Verdict all(Sound sound) {
    judged.incrementAndGet();
    return new SoundJudge.Verdict(1, Optional.empty());
  }

  private Ingest ingest(SoundJudge judge) {
    return new Ingest(
        POSTGRES.pool(), blobs, reader(), previews(), judge, CategoryMerging.ofThePaper(), 2);
  }

  private static Previews previews() {
    return new Previews(reader(), MediaLimits.standard(), POSTGRES.folder().cache());
  }

  private static FfmpegMediaReader reader() {
    return new FfmpegMediaReader(MediaLimits.standard());
  }

  private void put(String target, String clip) throws IOException {
    var file = folder.resolve(target);
    Files.createDirectories(file.getParent());
    Files.copy(media.resolve(clip + ".mp4"), file, StandardCopyOption.REPLACE_EXISTING);
  }
}
