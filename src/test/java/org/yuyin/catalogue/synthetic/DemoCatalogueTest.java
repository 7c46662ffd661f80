package org.yuyin.catalogue.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.ChildJvm;
import org.yuyin.catalogue.IngestSource;
import org.yuyin.catalogue.ManifestSources;
import org.yuyin.catalogue.synthetic.picture.FilmFormat;
import org.yuyin.catalogue.synthetic.plan.AdKind;
import org.yuyin.catalogue.synthetic.plan.AdPlan;
import org.yuyin.catalogue.synthetic.plan.CataloguePlan;
import org.yuyin.catalogue.synthetic.plan.PlanSize;
import org.yuyin.media.Exclusion;
import org.yuyin.media.FfmpegMediaReader;
import org.yuyin.media.MediaLimits;
import org.yuyin.media.MusicDetector;
import org.yuyin.storage.InputException;
import org.yuyin.storage.Sha256;

/** Small films, one ad of every kind; made once and copied for each test. */
class DemoCatalogueTest {
  private static final FilmFormat FORMAT = new FilmFormat(96, 54, 5);
  private static final DemoSettings SETTINGS =
      new DemoSettings(new PlanSize(1, 1, 1, 1, 1, 1, 1, 1), FORMAT, 3, 2);
  private static final DemoSettings ONE_AD =
      new DemoSettings(new PlanSize(1, 0, 0, 0, 0, 0, 0, 0), FORMAT, 4, 2);
  private static final CataloguePlan PLAN = CataloguePlan.draw(SETTINGS.size(), 3);
  private static final FfmpegMediaReader READER = new FfmpegMediaReader(MediaLimits.standard());

  @TempDir static Path made;
  @TempDir Path folder;

  @BeforeAll
  static void makeOnce() {
    DemoCatalogue.write(made, SETTINGS, (_, _, _) -> {});
  }

  @BeforeEach
  void copy() throws IOException {
    try (var files = Files.walk(made)) {
      for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        var target = folder.resolve(made.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        Files.setLastModifiedTime(target, FileTime.fromMillis(1_000_000));
      }
    }
  }

  @Test
  void everyAdIsAnMp4OfH264AndAacInTheStatedFormatAndAsLongAsItsMusic() {
    for (var ad : PLAN.ads()) {
      if (ad.kind() != AdKind.TRUNCATED) {
        var info = READER.probe(made.resolve(ad.file()));
        var picture = info.picture().orElseThrow();
        assertThat(info.container()).isEqualTo("mp4");
        assertThat(picture.codec()).isEqualTo("h264");
        assertThat(List.of(picture.width(), picture.height())).isEqualTo(List.of(96, 54));
        assertThat(picture.framesPerSecond()).isEqualTo(5);
        assertThat(info.durationSeconds())
            .isCloseTo(new SoundTracks(ad.track()).seconds(ad), within(0.15));
        assertThat(info.durationSeconds()).isBetween(7.9, 12.3);
        assertThat(info.sound().map(sound -> sound.codec()))
            .isEqualTo(ad.kind() == AdKind.NO_AUDIO ? Optional.empty() : Optional.of("aac"));
      }
    }
  }

  @Test
  void theFilterFindsInEveryAdWhatThePlanSaysOfIt() {
    var found = new TreeMap<String, String>();
    for (var ad : PLAN.ads()) {
      found.put(ad.id(), filtered(made.resolve(ad.file())));
    }
    var expected = new TreeMap<String, String>();
    PLAN.ads().forEach(ad -> expected.put(ad.id(), expected(ad.kind())));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void theManifestListsEveryAdButTheHeldOutOnesAndSaysThatAllIsSynthetic() {
    var listed = ManifestSources.in(made.resolve("manifest.csv"));
    var inCatalogue = PLAN.ads().stream().filter(ad -> ad.kind() != AdKind.HELD_OUT).toList();
    assertThat(listed)
        .extracting(IngestSource::name)
        .containsExactlyElementsOf(inCatalogue.stream().map(AdPlan::id).toList());
    assertThat(listed).allMatch(source -> source.synthetic() && Files.exists(source.file()));
    assertThat(listed).allMatch(source -> source.split().isEmpty());
    assertThat(DemoCatalogue.heldOut(made))
        .containsExactly(made.resolve(PLAN.ofKind(AdKind.HELD_OUT).getFirst().file()));
    for (int row = 0; row < listed.size(); row++) {
      var category = inCatalogue.get(row).category();
      assertThat(listed.get(row).category()).hasValue(category.title());
      assertThat(listed.get(row).mergedCategory()).hasValue(category.merged());
      assertThat(listed.get(row).tag()).hasValue(category.tag());
    }
  }

  @Test
  void everyFileSaysThatItIsSyntheticAndFreeToUse() throws IOException {
    assertThat(made.resolve("LICENCE.txt")).content().contains("synthetic", "CC0 1.0");
    var first = made.resolve(PLAN.ads().getFirst().file());
    var bytes = Files.readString(first, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains("synthetic demo, generated by YuYin Studio; CC0");
  }

  @Test
  void theSameSettingsGiveTheSameFilesAndOnlyWhatIsMissingIsMade() throws IOException {
    var before = hashes();
    var missing =
        List.of(PLAN.ads().getFirst().file(), PLAN.ofKind(AdKind.TRUNCATED).getFirst().file());
    for (var file : missing) {
      Files.delete(folder.resolve(file));
    }
    var told = new ArrayList<String>();
    DemoCatalogue.write(folder, SETTINGS, (done, total, _) -> told.add(done + " of " + total));
    assertThat(hashes()).isEqualTo(before);
    assertThat(told).hasSize(8).first().isEqualTo("1 of 8");
    assertThat(told).last().isEqualTo("8 of 8");
    assertThat(remade()).containsExactlyInAnyOrderElementsOf(missing);
  }

  @Test
  void otherSettingsMakeEverythingAnew() throws IOException {
    var before = hashes();
    DemoCatalogue.write(folder, ONE_AD, (_, _, _) -> {});
    assertThat(hashes().values()).hasSize(1).doesNotContainAnyElementsOf(before.values());
    assertThat(ManifestSources.in(folder.resolve("manifest.csv"))).hasSize(1);
  }

  @Test
  void anotherGeneratorMakesEverythingAnew() throws IOException {
    var description = folder.resolve("generator.txt");
    var earlier = ONE_AD.description().replaceFirst("generator \\d+", "generator 0");
    Files.writeString(description, earlier);
    DemoCatalogue.write(folder, ONE_AD, (_, _, _) -> {});
    assertThat(videos()).hasSize(1);
    assertThat(remade()).hasSize(1);
    assertThat(description).hasContent(ONE_AD.description());
  }

  @Test
  void aKilledGenerationGoesOnAndLeavesNothingHalfWritten() throws Exception {
    var empty = folder.resolve("killed");
    try (var child = ChildJvm.start(DemoCatalogueTest.class, empty.toString())) {
      child.awaitText("1 of 8");
      child.kill();
    }
    for (var video : videos(empty)) {
      if (!video.toString().contains(PLAN.ofKind(AdKind.TRUNCATED).getFirst().id())) {
        assertThat(READER.probe(video).durationSeconds()).isGreaterThan(7);
      }
    }
    assertThat(videos(empty)).hasSizeBetween(1, 7);
    // What a process leaves that is killed while it encodes, copies or cuts.
    for (var name : List.of("0.part", "0.pcm", ".0.mp4.1.tmp")) {
      Files.writeString(empty.resolve("ads").resolve(name), "half");
    }

    DemoCatalogue.write(empty, SETTINGS, (_, _, _) -> {});

    try (var files = Files.walk(empty)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> empty.relativize(file).toString()))
          .hasSize(8 + 4)
          .contains("manifest.csv", "generator.txt", "LICENCE.txt", ".lock")
          .allMatch(name -> !name.startsWith("ads") || name.endsWith(".mp4"));
    }
    assertThat(hashes(empty)).isEqualTo(hashes(made));
  }

  @Test
  void aFolderWithOtherVideosIsRefusedAndLeftAsItWas() throws IOException {
    var others = Files.createDirectories(folder.resolve("others/ads"));
    var video = Files.writeString(others.resolve("holiday.mp4"), "mine");
    assertThatThrownBy(
            () -> DemoCatalogue.write(folder.resolve("others"), SETTINGS, (_, _, _) -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("choose an empty folder");
    assertThat(video).hasContent("mine");
  }

  @Test
  void twoAtOnceInOneFolderAreRefused() throws IOException {
    try (var _ = DemoFolder.take(folder, SETTINGS.description())) {
      assertThatThrownBy(() -> DemoCatalogue.write(folder, SETTINGS, (_, _, _) -> {}))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("another process");
    }
    DemoFolder.take(folder, SETTINGS.description()).close();
  }

  @Test
  void aPlaceThatIsNoFolderIsOneLine() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> DemoCatalogue.write(file, SETTINGS, (_, _, _) -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString())
        .message()
        .doesNotContain("\n");
  }

  /** Runs in the child. */
  public static void main(String[] arguments) {
    DemoCatalogue.write(
        Path.of(arguments[0]),
        SETTINGS,
        (done, total, _) -> System.out.println(done + " of " + total));
  }

  private static String expected(AdKind kind) {
    return switch (kind) {
      case MUSIC, DUPLICATE, HELD_OUT -> "music";
      case SPEECH_ONLY -> Exclusion.SPEECH_ONLY.code();
      case SILENT -> Exclusion.SILENT.code();
      case NO_AUDIO -> Exclusion.NO_AUDIO.code();
      case HALF_MUSIC -> Exclusion.TOO_LITTLE_MUSIC.code();
      case TRUNCATED -> "cut off";
    };
  }

  private static String filtered(Path file) {
    try {
      if (READER.probe(file).sound().isEmpty()) {
        return Exclusion.NO_AUDIO.code();
      }
      var sound = READER.sound(file, MusicDetector.SAMPLE_RATE_HZ);
      return new MusicDetector().measure(sound).exclusion().map(Exclusion::code).orElse("music");
    } catch (InputException e) {
      var reason = String.valueOf(e.getMessage());
      return reason.contains("is cut off") ? "cut off" : reason;
    }
  }

  private List<Path> videos() throws IOException {
    return videos(folder);
  }

  private static List<Path> videos(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".mp4")).toList();
    }
  }

  private Map<String, String> hashes() throws IOException {
    return hashes(folder);
  }

  private static Map<String, String> hashes(Path root) throws IOException {
    var hashes = new TreeMap<String, String>();
    for (var video : videos(root)) {
      hashes.put(root.relativize(video).toString(), Sha256.of(video));
    }
    return hashes;
  }

  /** Videos that are younger than the copies. */
  private List<String> remade() throws IOException {
    var remade = new ArrayList<String>();
    for (var video : videos()) {
      if (Files.getLastModifiedTime(video).toMillis() != 1_000_000) {
        remade.add(folder.relativize(video).toString());
      }
    }
    return remade;
  }
}
