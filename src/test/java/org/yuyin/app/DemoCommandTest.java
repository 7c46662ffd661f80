package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.ChildJvm;
import org.yuyin.media.TestClips;
import org.yuyin.storage.PostgresExtension;

/** With a handful of given ads; the synthetic catalogue itself has its own tests. */
class DemoCommandTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static final int ADS = 8;

  @TempDir private Path folder;

  @Test
  void theWholeWayIsGoneOnceAndNotAgain() throws Exception {
    var manifest = makeAds();

    var first = demo(manifest);

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out())
        .contains("Collection mine: 8 files found, 0 left out, 0 duplicates, 8 ads with 8 pieces")
        .contains("mine@1", "Run 1 on the test split", "random")
        .containsPattern("Music for ad\\d, an ad of the test split")
        .contains("yuyin of run 1, dataset mine@1: 8 tracks")
        .contains("Weaker extractors in use: ", "colour-motion");
    assertThat(first.err())
        .contains("going on with a weaker picture extractor: npm cannot fetch")
        .contains("computing on ", "epoch   1   loss ");

    var second = demo(manifest);

    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.err())
        .contains("run 1 was trained on this dataset already")
        .doesNotContain("epoch ");
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(Run.on(POSTGRES, "runs", "list", "--json").jsonArray()).hasSize(1);
  }

  /** Each with chords of its own. */
  private Path makeAds() throws IOException {
    var rows = new StringBuilder("file,id,category,tag,split\n");
    for (int ad = 0; ad < ADS; ad++) {
      int seconds = 3 + ad % 2;
      TestClips.musicVideo(folder.resolve("ad%d.mp4".formatted(ad)), 200 + 40 * ad, seconds);
      var split = ad < 4 ? "train" : ad < 6 ? "evaluation" : "test";
      rows.append("ad%1$d.mp4,ad%1$d,food,食品,%2$s\n".formatted(ad, split));
    }
    return Files.writeString(folder.resolve("ads.csv"), rows);
  }

  /** As on a machine whose npm has no network. */
  private ChildJvm.Ended demo(Path manifest) throws Exception {
    try (var child =
        ChildJvm.start(
            NoNpm.path(folder),
            List.of(),
            Main.class.getName(),
            "demo",
            "--manifest",
            manifest.toString(),
            "--name",
            "mine",
            "--exit",
            "--data",
            POSTGRES.folder().root().toString(),
            "--database-url",
            POSTGRES.url())) {
      return child.end();
    }
  }
}
