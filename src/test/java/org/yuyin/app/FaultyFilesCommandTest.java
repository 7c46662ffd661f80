package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuyin.ChildJvm;
import org.yuyin.media.TestClips;
import org.yuyin.storage.PostgresExtension;

/** Files that are not what they say, as somebody gives them to the commands. */
class FaultyFilesCommandTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Map<String, String> FAULTS =
      new TreeMap<>(
          Map.of(
              "0-bytes.mp4", "is empty (0 bytes)",
              "4-gigabytes.mp4", "is too large: 4096 MB",
              "concat.mp4", "is not a media file we read",
              "hls.mp4", "is not a media file we read",
              "nothing-but-sound.mp4", "it has no picture, only sound",
              "text.mp4", "is not a media file we read",
              "truncated.mkv", "is cut off",
              "truncated.mp4", "is cut off",
              "truncated.wav.mp4", "is cut off"));

  @TempDir private static Path folder;

  @BeforeAll
  static void makeFiles() throws IOException {
    var good = TestClips.video(folder.resolve("good.mp4"), 2);
    Files.createFile(folder.resolve("0-bytes.mp4"));
    try (var sparse = new RandomAccessFile(folder.resolve("4-gigabytes.mp4").toFile(), "rw")) {
      sparse.setLength(4L << 30);
    }
    Files.writeString(
        folder.resolve("concat.mp4"), "ffconcat version 1.0\nfile '%s'\n".formatted(good));
    Files.writeString(
        folder.resolve("hls.mp4"), "#EXTM3U\n#EXTINF:2,\n%s\n#EXT-X-ENDLIST\n".formatted(good));
    Files.writeString(folder.resolve("text.mp4"), "Dear ad team, the video follows.");
    var mkv = TestClips.make(folder.resolve("whole.mkv"), "-i", good.toString(), "-c", "copy");
    var wav = TestClips.make(folder.resolve("whole.wav"), "-i", good.toString());
    Files.copy(wav, folder.resolve("nothing-but-sound.mp4"));
    cut(good, "truncated.mp4");
    cut(mkv, "truncated.mkv");
    cut(wav, "truncated.wav.mp4");
    Files.delete(mkv);
    Files.delete(wav);
  }

  @Test
  void anIngestLeavesThemOutWithTheReasonAndTakesTheRest() throws IOException {
    var run = Run.on(POSTGRES, "ingest", folder.toString(), "--name", "faulty", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().getInteger("found")).isEqualTo(FAULTS.size() + 1);
    assertThat(run.json().getJsonObject("excluded").getInteger("unreadable"))
        .isEqualTo(FAULTS.size());
    var told = reasons("faulty");
    assertThat(told.keySet()).containsExactlyElementsOf(FAULTS.keySet());
    FAULTS.forEach((name, why) -> assertThat(told.get(name)).as(name).contains(why));

    // What could be read at all is kept, once; nothing half written lies about.
    assertThat(filesBelow(POSTGRES.folder().blobs())).hasSize(2);
    assertThat(filesBelow(POSTGRES.folder().temporary())).isEmpty();
    var again = Run.on(POSTGRES, "ingest", folder.toString(), "--name", "faulty", "--json");
    assertThat(again.out()).isEqualTo(run.out());
  }

  static Stream<String> faults() {
    return FAULTS.keySet().stream().filter(name -> !name.startsWith("nothing"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void askedForOneTheAnswerIsOneLine(String name) {
    var file = folder.resolve(name).toString();
    for (var command : List.of("extract", "recommend")) {
      var run =
          command.equals("extract")
              ? Run.of("extract", file, "--extractor", "logmel")
              : Run.on(POSTGRES, "recommend", file);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).hasLineCount(1).startsWith("yuyin: " + file).contains(FAULTS.get(name));
    }
  }

  @Test
  void aFolderThatIsNotThereOrHoldsNoVideoIsOneLine(@TempDir Path empty) throws IOException {
    Files.writeString(empty.resolve("notes.txt"), "no video");
    for (var given : List.of(empty.resolve("gone"), empty, empty.resolve("notes.txt"))) {
      var run = Run.on(POSTGRES, "ingest", given.toString());
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).hasLineCount(1).contains(given.toString());
    }
    var manifest = Files.writeString(empty.resolve("ads.csv"), "file,split\na.mp4,half\n");
    var run = Run.on(POSTGRES, "ingest", "--manifest", manifest.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains("ads.csv, row 2, column split", "\"half\"");
  }

  @Test
  void whatMayNotBeReadIsLeftOutAndTheRestIsTaken(@TempDir Path closed) throws Exception {
    Files.copy(folder.resolve("good.mp4"), closed.resolve("open.mp4"));
    var sub = Files.createDirectory(closed.resolve("sub"));
    Files.copy(folder.resolve("good.mp4"), closed.resolve("shut.mp4"));
    var none = PosixFilePermissions.fromString("---------");
    Files.setPosixFilePermissions(sub, none);
    Files.setPosixFilePermissions(closed.resolve("shut.mp4"), none);

    var run = withoutPrivileges("ingest", closed.toString(), "--name", "closed", "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(new JsonObject(run.out()).getInteger("found")).isEqualTo(3);
    assertThat(reasons("closed")).containsOnlyKeys("shut.mp4", "sub");
    assertThat(reasons("closed").get("shut.mp4")).contains("cannot be read");

    Files.setPosixFilePermissions(closed, none);
    var whole = withoutPrivileges("ingest", closed.toString());
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(sub, PosixFilePermissions.fromString("rwx------"));
    assertThat(whole.exitCode()).isEqualTo(1);
    assertThat(whole.err())
        .contains("yuyin: %s cannot be read: permission denied".formatted(closed));
  }

  /** Root reads everything, so root gives up just that. */
  private static ChildJvm.Ended withoutPrivileges(String... arguments) throws Exception {
    var setpriv = Path.of("/usr/bin/setpriv");
    boolean root = new UnixSystem().getUid() == 0;
    assumeTrue(!root || Files.isExecutable(setpriv), "root needs setpriv to give up privileges");
    var prefix =
        root
            ? List.of(setpriv.toString(), "--bounding-set=-dac_override,-dac_read_search", "--")
            : List.<String>of();
    var all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", POSTGRES.folder().root().toString()));
    all.addAll(List.of("--database-url", POSTGRES.url()));
    try (var child =
        ChildJvm.start(Map.of(), prefix, Main.class.getName(), all.toArray(String[]::new))) {
      return child.end();
    }
  }

  private static Map<String, String> reasons(String collection) {
    var rows =
        POSTGRES
            .pool()
            .query(
                "SELECT name, exclusion_detail FROM ad WHERE exclusion = 'unreadable'"
                    + " AND collection = '%s'".formatted(collection))
            .execute()
            .await();
    var reasons = new TreeMap<String, String>();
    rows.forEach(row -> reasons.put(row.getString(0), row.getString(1)));
    return reasons;
  }

  private static List<Path> filesBelow(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static void cut(Path whole, String name) throws IOException {
    var bytes = Files.readAllBytes(whole);
    Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length * 2 / 3));
  }
}
