package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.media.TestClips;
import org.yuyin.storage.PostgresExtension;

/** Music by itself beside the music of ads: real extractors, a model that was just trained. */
class MusicCommandTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final int ADS = 20;

  @TempDir private static Path folder;

  @BeforeAll
  static void trainOnSomeAds() throws IOException {
    var ads = Files.createDirectories(folder.resolve("ads/tea"));
    for (int i = 0; i < ADS; i++) {
      TestClips.musicVideo(ads.resolve("ad-%d.mp4".formatted(i)), 300 + 20 * i, 3);
    }
    done("ingest", folder.resolve("ads").toString(), "--name", "tea");
    done("dataset", "create", "tea", "--extractor", "video=colour-motion");
    done(
        "train",
        "--dataset",
        "tea",
        "--epochs",
        "2",
        "--set",
        "embedding=8",
        "--set",
        "hidden=8",
        "--set",
        "width=4",
        "--set",
        "batch=4");
  }

  private static String done(String... command) {
    var run = Run.on(POSTGRES, command);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  private static List<String> recommended(String... filter) {
    var command = new ArrayList<>(List.of("recommend", folder.resolve("ads/tea/ad-0.mp4") + ""));
    command.addAll(List.of("--top", "50", "--json"));
    command.addAll(List.of(filter));
    var answer = new JsonObject(done(command.toArray(String[]::new)));
    return answer.getJsonArray("items").stream()
        .map(item -> ((JsonObject) item).getString("track"))
        .toList();
  }

  @Test
  void aFolderIsTakenInDescribedAndRecommendedWhereItsLicenceFits() throws IOException {
    var music = Files.createDirectories(folder.resolve("music/deep"));
    TestClips.make(music.resolve("night_drive.mp3"), "-f", "lavfi", "-i", TestClips.chords(250, 4));
    TestClips.make(music.resolve("old_song.flac"), "-f", "lavfi", "-i", TestClips.chords(270, 4));
    Files.writeString(music.resolve("broken.mp3"), "no music");
    Files.writeString(music.resolve("cover.jpg"), "not looked at");
    var table = folder.resolve("licences.csv");
    Files.writeString(
        table,
        """
        file,title,artist,platforms,territories,until
        night_drive.mp3,Night Drive,Lin Xia,tiktok,DE,
        old_song.flac,Old Song,,,,2020-12-31
        """);

    var added =
        Run.on(POSTGRES, "music", "add", folder.resolve("music").toString(), "--table", table + "");
    assertThat(added.exitCode()).isEqualTo(1);
    assertThat(added.out()).contains("Taken in: 2; known already: 0; refused: 1");
    assertThat(added.err()).contains("broken.mp3");
    assertThat(done("music", "list"))
        .contains("Night Drive (Lin Xia)  tiktok, DE, until no end", "Old Song", "2020-12-31");

    // Its licence has ended, so the old song is never recommended.
    assertThat(recommended()).contains("Night Drive").doesNotContain("Old Song").hasSize(ADS + 1);
    assertThat(recommended("--platform", "tiktok", "--territory", "DE"))
        .containsExactly("Night Drive");
    assertThat(recommended("--platform", "youtube")).isEmpty();
  }
}
