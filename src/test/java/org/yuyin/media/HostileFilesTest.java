package org.yuyin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.storage.InputException;

/** Files that are not what they say: each is refused in one line that names it. */
class HostileFilesTest {
  @TempDir static Path folder;
  private static final FfmpegMediaReader READER = new FfmpegMediaReader(MediaLimits.standard());
  private static Path video;

  @BeforeAll
  static void makeVideo() {
    video = TestClips.video(folder.resolve("video.mp4"), 3);
  }

  private static void refused(Path file, String because) {
    assertThatThrownBy(() -> READER.probe(file))
        .isExactlyInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(because)
        .message()
        .doesNotContain("\n");
    assertThatThrownBy(() -> READER.sound(file, 16_000)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> READER.frames(file, FrameSampling.ofSize(8, 8)))
        .isInstanceOf(InputException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#EXTM3U\n#EXTINF:3,\n%s\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile '%s'\n",
        "<?xml version=\"1.0\"?><MPD><Period><AdaptationSet><Representation><BaseURL>%s</BaseURL>"
            + "</Representation></AdaptationSet></Period></MPD>"
      })
  void aPlaylistThatPointsAtAnotherFileIsRefused(String playlist) throws IOException {
    var file = Files.createTempFile(folder, "playlist", ".mp4");
    Files.writeString(file, playlist.formatted(video.toAbsolutePath()));
    refused(file, "is not a media file");
  }

  /** The chosen demuxer is the only one, whatever the bytes behind the magic word say. */
  @Test
  void aPlaylistBehindAMagicWordIsRefused() throws IOException {
    var playlist = "#EXTM3U\n#EXTINF:3,\n%s\n#EXT-X-ENDLIST\n".formatted(video.toAbsolutePath());
    refused(Files.writeString(folder.resolve("id3.mp3"), "ID3" + playlist), "");
    refused(Files.writeString(folder.resolve("ogg.ogg"), "OggS" + playlist), "");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    refused(Files.createFile(folder.resolve("empty.mp4")), "is empty");
  }

  @Test
  void aTextFileIsRefused() throws IOException {
    refused(Files.writeString(folder.resolve("text.mp4"), "Dear ad team"), "is not a media file");
    refused(Files.writeString(folder.resolve("short.mp4"), "x"), "is not a media file");
  }

  @Test
  void aTruncatedFileIsRefusedWhereverItsIndexStands() throws IOException {
    var bytes = Files.readAllBytes(video);
    var end = folder.resolve("index-at-end.mp4");
    refused(Files.write(end, Arrays.copyOf(bytes, bytes.length / 2)), "is cut off");
    var fast =
        TestClips.make(
            folder.resolve("fast.mp4"),
            "-i",
            video.toString(),
            "-c",
            "copy",
            "-movflags",
            "+faststart");
    var start = Files.readAllBytes(fast);
    var cut = folder.resolve("index-at-start.mp4");
    refused(Files.write(cut, Arrays.copyOf(start, start.length * 3 / 4)), "is cut off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole.mkv", "whole.webm", "whole.wav", "whole.mp3", "tagged.mp3"})
  void whatElseSaysItsLengthIsRefusedWhenItIsCutOff(String name) throws IOException {
    var whole =
        name.endsWith("webm")
            ? converted(name, "-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus")
            : converted(name);
    assertThat(READER.probe(whole).durationSeconds()).isGreaterThan(2.9);
    var bytes = Files.readAllBytes(whole);
    for (int left : new int[] {bytes.length - 1, bytes.length * 9 / 10, bytes.length / 2}) {
      var cut = Files.write(folder.resolve(left + name), Arrays.copyOf(bytes, left));
      refused(cut, "is cut off");
    }
  }

  /** What a recorder writes that cannot go back to the beginning. */
  @ParameterizedTest
  @ValueSource(strings = {"matroska", "wav", "mp3"})
  void whatWasWrittenIntoAPipeSaysNoLengthAndIsTakenAsItIs(String format) throws IOException {
    var piped = folder.resolve("piped." + format);
    TestClips.make(
        piped, "-i", video.toString(), "-f", format, "-seekable", "0", "-write_xing", "0");
    assertThat(READER.sound(piped).seconds()).isGreaterThan(2.9);
    var bytes = Files.readAllBytes(piped);
    var cut = Files.write(folder.resolve("half-" + format), Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(READER.sound(cut).seconds()).isBetween(1.0, 2.5);
  }

  @Test
  void whatStandsBehindTheMediaDoesNotMatter() throws IOException {
    for (var name : List.of("long.mkv", "long.wav", "long.mp3")) {
      var whole = Files.readAllBytes(converted(name));
      var longer = Arrays.copyOf(whole, whole.length + 128);
      System.arraycopy("TAGtitle".getBytes(StandardCharsets.US_ASCII), 0, longer, whole.length, 8);
      var file = Files.write(folder.resolve("tag-" + name), longer);
      assertThat(READER.sound(file).seconds()).isGreaterThan(2.9);
    }
  }

  private static Path converted(String name, String... codec) {
    var arguments = new ArrayList<>(List.of("-i", video.toString()));
    if (name.startsWith("tagged")) {
      arguments.addAll(List.of("-metadata", "title=a title of some length"));
    } else if (name.endsWith("mp3")) {
      arguments.addAll(List.of("-write_id3v2", "0"));
    }
    arguments.addAll(List.of(codec));
    return TestClips.make(folder.resolve(name), arguments.toArray(String[]::new));
  }

  @Test
  void aFileWithoutItsIndexIsRefused() throws IOException {
    var bytes = Files.readAllBytes(video);
    int index = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("moov");
    var file = folder.resolve("no-index.mp4");
    refused(Files.write(file, Arrays.copyOf(bytes, index - 4)), "no index");
  }

  @Test
  void damagedDataIsRefused() throws IOException {
    var bytes = Files.readAllBytes(video);
    int index = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("moov");
    Arrays.fill(bytes, index + 4, bytes.length, (byte) 0x55);
    refused(Files.write(folder.resolve("damaged.mp4"), bytes), "is damaged");
  }

  @Test
  void aHugeSparseFileIsRefusedUnread() throws IOException {
    var file = folder.resolve("sparse.mp4");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(4L << 30);
    }
    refused(file, "is too large");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }
    refused(file, "is not a media file");
  }

  @Test
  void whatIsNoFileIsRefused() {
    refused(folder.resolve("nowhere.mp4"), "there is no such file");
    refused(folder, "is not a file");
    refused(Path.of("/dev/zero"), "is not a file");
  }

  /** The container may claim 60,000 × 60,000 pixels. */
  @Test
  void hugeDimensionsAreRefusedBeforeAnyMemoryIsSpent() throws IOException {
    var bytes = Files.readAllBytes(video);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    int entry = text.indexOf("avc1", text.indexOf("stsd"));
    ByteBuffer.wrap(bytes)
        .putShort(entry + 28, (short) 60_000)
        .putShort(entry + 30, (short) 60_000);
    var small =
        new FfmpegMediaReader(
            new MediaLimits(
                Duration.ofMinutes(1), 2L << 30, 60, 320 * 180 - 1, 16, 1 << 30, 1 << 30));
    assertThatThrownBy(() -> small.frames(video, FrameSampling.ofSize(8, 8)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("picture larger than is allowed");
    var lying = Files.write(folder.resolve("huge.mp4"), bytes);
    // The stream's own header is believed, not the claim: no memory goes to the claim.
    assertThat(READER.frames(lying, FrameSampling.ofSize(8, 8))).isNotEmpty();
  }

  @Test
  void aFileThatIsTooLongIsRefused() {
    var reader =
        new FfmpegMediaReader(
            new MediaLimits(Duration.ofMinutes(1), 2L << 30, 2, 1 << 24, 16, 1 << 30, 1 << 30));
    assertThatThrownBy(() -> reader.probe(video))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is 3 s long; at most 2 s are taken");
    assertThatThrownBy(() -> reader.sound(video)).hasMessageContaining("more than 2 s of sound");
  }

  @Test
  void tooManyStreamsAreRefused() {
    var reader =
        new FfmpegMediaReader(
            new MediaLimits(Duration.ofMinutes(1), 2L << 30, 60, 1 << 24, 1, 1 << 30, 1 << 30));
    assertThatThrownBy(() -> reader.probe(video))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("more streams than are allowed");
  }
}
