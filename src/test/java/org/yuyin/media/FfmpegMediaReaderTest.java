package org.yuyin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FfmpegMediaReaderTest {
  @TempDir static Path folder;
  private static final FfmpegMediaReader READER = new FfmpegMediaReader(MediaLimits.standard());
  private static Path video;

  @BeforeAll
  static void makeVideo() {
    video = TestClips.video(folder.resolve("video.mp4"), 4);
  }

  @Test
  void probingTellsLengthPictureAndSound() {
    var info = READER.probe(video);
    assertThat(info.container()).isEqualTo("mp4");
    assertThat(info.durationSeconds()).isCloseTo(4, within(0.1));
    assertThat(info.picture())
        .hasValueSatisfying(
            picture -> {
              assertThat(picture.codec()).isEqualTo("h264");
              assertThat(picture.width()).isEqualTo(320);
              assertThat(picture.height()).isEqualTo(180);
              assertThat(picture.framesPerSecond()).isEqualTo(25);
            });
    assertThat(info.sound())
        .hasValueSatisfying(
            sound -> {
              assertThat(sound.codec()).isEqualTo("aac");
              assertThat(sound.sampleRateHz()).isEqualTo(44100);
              assertThat(sound.channels()).isEqualTo(1);
            });
  }

  @Test
  void samplesOfAWaveFileComeBackExactly() throws IOException {
    var random = new Random(1);
    var samples = new short[2 * 30_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) random.nextInt(Short.MIN_VALUE, Short.MAX_VALUE + 1);
    }
    var written = new Sound(samples, 2, 22_050);
    var read = READER.sound(TestClips.wav(folder.resolve("noise.wav"), written));
    assertThat(read.channels()).isEqualTo(2);
    assertThat(read.sampleRateHz()).isEqualTo(22_050);
    assertThat(read.samples()).isEqualTo(samples);
  }

  @Test
  void aMonoWaveFileAtTheWantedRateIsNotTouched() throws IOException {
    var samples = new short[] {0, 1, -1, Short.MAX_VALUE, Short.MIN_VALUE, 12345};
    var file = TestClips.wav(folder.resolve("six.wav"), new Sound(samples, 1, 16_000));
    assertThat(READER.sound(file, 16_000).samples()).isEqualTo(samples);
  }

  /** Half a step of 16 bits, or of 8 where the file has no more. */
  @ParameterizedTest
  @CsvSource({"pcm_u8, 129", "pcm_s24le, 0.51", "pcm_s32le, 0.51", "pcm_f32le, 0.51"})
  void samplesOfOtherDepthsAreRoundedToTheNearest(String codec, double largest) throws IOException {
    var random = new Random(2);
    var levels = random.doubles(20_000, -0.9, 0.9).toArray();
    var raw = ByteBuffer.allocate(8 * levels.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asDoubleBuffer().put(levels);
    var doubles = Files.write(folder.resolve(codec + ".raw"), raw.array());
    var file = folder.resolve(codec + ".wav");
    TestClips.make(
        file, "-f", "f64le", "-ar", "8000", "-ac", "1", "-i", doubles.toString(), "-c:a", codec);
    var samples = READER.sound(file).samples();
    assertThat(samples).hasSameSizeAs(levels);
    double sum = 0;
    for (int i = 0; i < levels.length; i++) {
      double error = samples[i] - 32768 * levels[i];
      assertThat(error).isBetween(-largest, largest);
      sum += error;
    }
    assertThat(sum / levels.length).as("offset").isBetween(-largest / 20, largest / 20);
  }

  @Test
  void resamplingKeepsLengthAndPitch() {
    var sound = READER.sound(video, 16_000);
    assertThat(sound.channels()).isEqualTo(1);
    assertThat(sound.sampleRateHz()).isEqualTo(16_000);
    assertThat(sound.seconds()).isCloseTo(4, within(0.1));
    var mono = sound.mono();
    int upwardCrossings = 0;
    for (int i = 16_001; i < 48_000; i++) {
      upwardCrossings += mono[i - 1] < 0 && mono[i] >= 0 ? 1 : 0;
    }
    assertThat(upwardCrossings).isBetween(879, 881); // 440 Hz over 2 s
  }

  @Test
  void framesStandForEqualStretchesOfTheVideo() {
    var frames = READER.frames(video, FrameSampling.ofSize(64, 48));
    assertThat(frames).hasSize(4);
    assertThat(frames).extracting(Frame::width).containsOnly(64);
    for (int i = 0; i < 4; i++) {
      assertThat(frames.get(i).atSeconds()).isCloseTo(i + 0.5, within(0.05));
    }
  }

  @Test
  void neverMoreFramesThanAskedFor() {
    var frames = READER.frames(video, new FrameSampling(25, 7, 32, 32));
    assertThat(frames).hasSize(7);
    assertThat(frames.getLast().atSeconds()).isCloseTo(4 * 6.5 / 7, within(0.05));
  }

  /** Grey rises by 10 each second, so a frame's grey tells when it was on screen. */
  @Test
  void framesAreThoseOnScreenAtTheirTime() {
    var file =
        TestClips.make(
            folder.resolve("rising.mkv"),
            "-f",
            "lavfi",
            "-i",
            "color=black:size=64x64:rate=10:duration=8,geq=lum='40+10*floor(T)':cb=128:cr=128",
            "-c:v",
            "ffv1");
    var frames = READER.frames(file, FrameSampling.ofSize(8, 8));
    assertThat(frames).hasSize(8);
    int first = frames.getFirst().rgb()[0] & 0xff;
    for (int i = 1; i < 8; i++) {
      int grey = frames.get(i).rgb()[0] & 0xff;
      assertThat((grey - first) / 11.64).isCloseTo(i, within(0.2)); // video range to full range
    }
  }

  /** Black for 1 s in many frames, then one white frame that stays for 9 s. */
  @Test
  void unevenlySpacedFramesCountByTheTimeTheyAreShown() {
    var file =
        TestClips.make(
            folder.resolve("uneven.mkv"),
            "-f",
            "lavfi",
            "-i",
            "color=black:size=64x64:rate=30:duration=10,geq=lum='if(lt(T,1),16,235)':cb=128:cr=128,"
                + "select='lt(t,1.01)+gte(t,9.96)'",
            "-fps_mode",
            "passthrough",
            "-c:v",
            "ffv1");
    var frames = READER.frames(file, FrameSampling.ofSize(8, 8));
    assertThat(frames).hasSize(10);
    assertThat(frames.get(0).rgb()[0] & 0xff).isLessThan(10);
    for (var frame : frames.subList(1, 10)) {
      assertThat(frame.rgb()[0] & 0xff).isGreaterThan(245);
    }
  }

  @Test
  void aVideoOfOneFrameGivesThatFrame() {
    var file =
        TestClips.make(
            folder.resolve("one.mp4"),
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=64x64:rate=25",
            "-frames:v",
            "1",
            "-c:v",
            "libopenh264");
    assertThat(READER.frames(file, FrameSampling.ofSize(16, 16))).hasSize(1);
  }

  /** Long enough that frames are fetched by seeking instead of decoding everything. */
  @Test
  void longVideosAreSampledOverTheirWholeLength() {
    var file =
        TestClips.make(
            folder.resolve("long.mp4"),
            "-f",
            "lavfi",
            "-i",
            "color=black:size=64x64:rate=5:duration=120,geq=lum='20+1.5*T':cb=128:cr=128",
            "-c:v",
            "libopenh264",
            "-g",
            "25");
    var frames = READER.frames(file, FrameSampling.ofSize(8, 8));
    assertThat(frames).hasSize(16);
    int first = frames.getFirst().rgb()[0] & 0xff;
    int last = frames.getLast().rgb()[0] & 0xff;
    assertThat(frames.getLast().atSeconds()).isCloseTo(120 * 15.5 / 16, within(0.3));
    assertThat((last - first) / (1.5 * 255 / 219)).isCloseTo(112.5, within(4.0));
  }

  @Test
  void aVideoOnItsSideIsTurnedUpright() {
    var flat = TestClips.video(folder.resolve("flat.mp4"), 1);
    var file =
        TestClips.make(
            folder.resolve("turned.mp4"),
            "-display_rotation",
            "90",
            "-i",
            flat.toString(),
            "-c",
            "copy");
    assertThat(READER.probe(file).picture())
        .hasValueSatisfying(
            picture -> {
              assertThat(picture.width()).isEqualTo(180);
              assertThat(picture.height()).isEqualTo(320);
            });
  }

  /** Browsers record WebM without a length. */
  @Test
  void aMissingLengthIsMeasured() {
    var file =
        TestClips.make(
            folder.resolve("live.webm"),
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=64x64:rate=25:duration=3",
            "-c:v",
            "libvpx",
            "-live",
            "1");
    assertThat(READER.probe(file).durationSeconds()).isCloseTo(3, within(0.1));
    assertThat(READER.frames(file, FrameSampling.ofSize(8, 8))).hasSize(3);
  }

  @Test
  void soundAloneIsEnoughAndHasNoFrames() {
    var file =
        TestClips.make(
            folder.resolve("tone.flac"), "-f", "lavfi", "-i", "sine=frequency=440:duration=1");
    assertThat(READER.probe(file).picture()).isEmpty();
    assertThat(READER.sound(file).seconds()).isCloseTo(1, within(0.01));
    assertThatThrownBy(() -> READER.frames(file, FrameSampling.ofSize(8, 8)))
        .isInstanceOf(NoPictureException.class)
        .hasMessageContaining("tone.flac");
  }

  @Test
  void aVideoWithoutSoundSaysSo() {
    var file =
        TestClips.make(
            folder.resolve("mute.mp4"),
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=64x64:rate=25:duration=1",
            "-c:v",
            "libopenh264");
    assertThat(READER.probe(file).sound()).isEmpty();
    assertThatThrownBy(() -> READER.sound(file, 16_000))
        .isInstanceOf(NoSoundException.class)
        .hasMessageContaining("mute.mp4");
  }

  @Test
  void namesThatLookLikeOptionsOrPatternsAreOnlyNames() throws IOException {
    for (var name : new String[] {"-i.mp4", "a%03d 'b'.mp4", "http:x.mp4", "片 头.mp4"}) {
      var file = Files.copy(video, folder.resolve(name));
      assertThat(READER.probe(file).durationSeconds()).isCloseTo(4, within(0.1));
      assertThat(READER.sound(file, 8_000).seconds()).isCloseTo(4, within(0.1));
    }
  }
}
