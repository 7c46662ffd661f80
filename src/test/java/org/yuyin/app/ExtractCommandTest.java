package org.yuyin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuyin.feature.sound.Clips;
import org.yuyin.feature.sound.FbankExtractor;
import org.yuyin.feature.sound.emobase.EmobaseExtractor;
import org.yuyin.feature.transformer.TestCheckpoints;
import org.yuyin.media.TestClips;
import org.yuyin.storage.NpyArray;

class ExtractCommandTest {
  private static final Path SPEECH = Path.of("src/test/resources/emobase/audio/s06_speech_16k.wav");
  private static final Path MUSIC =
      Path.of("src/test/resources/emobase/audio/s10_music_short_44k.wav");

  @TempDir private Path folder;

  @Test
  void aClipIsOneRowUnderOpenSmilesNames() {
    var run = extract("emobase", MUSIC.toString());
    assertThat(run.exitCode()).isZero();
    var rows = csv(run.out());
    var expected = new EmobaseExtractor();
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().getFirst()).isEqualTo("file");
    assertThat(rows.getFirst().subList(1, 989)).isEqualTo(expected.columns());
    assertThat(rows.get(1).getFirst()).isEqualTo(MUSIC.toString());
    var vector = expected.extract(Clips.wav("emobase/audio/s10_music_short_44k.wav"));
    assertThat(numbers(rows.get(1), 1)).containsExactly(vector);
  }

  /** A second of a tone; no form of it may be refused or give something that is no number. */
  @ParameterizedTest
  @CsvSource({
    "u8.wav, pcm_u8, 11025, 1",
    "24.wav, pcm_s24le, 48000, 2",
    "float.wav, pcm_f32le, 96000, 1",
    "six.wav, pcm_s16le, 44100, 6",
    "low.wav, pcm_s16le, 4000, 1",
    "a.mp3, libmp3lame, 44100, 2",
    "a.m4a, aac, 22050, 1",
    "a.flac, flac, 32000, 2",
    "a.mp4, aac, 48000, 2"
  })
  void soundOfEveryFormHasAllItsValues(String name, String codec, String rateHz, String channels) {
    var file =
        TestClips.make(
            folder.resolve(name),
            "-f",
            "lavfi",
            "-i",
            "sine=frequency=300:sample_rate=48000:duration=1",
            "-ar",
            rateHz,
            "-ac",
            channels,
            "-c:a",
            codec);
    var run = extract("emobase", file.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    for (var value : numbers(csv(run.out()).get(1), 1)) {
      assertThat(value).isFinite();
    }
  }

  @Test
  void severalFilesAreSeveralRows() {
    var rows = csv(extract("logmel", MUSIC.toString(), SPEECH.toString()).out());
    assertThat(rows).hasSize(3).allMatch(row -> row.size() == 769);
    assertThat(rows.stream().map(List::getFirst))
        .containsExactly("file", MUSIC.toString(), SPEECH.toString());
  }

  @Test
  void framesBeginWithTheirTime() {
    var rows = csv(extract("emobase", SPEECH.toString(), "--level", "frame").out());
    assertThat(rows).hasSize(1 + 398);
    assertThat(rows.getFirst()).startsWith("time", "pcm_intensity_sma").hasSize(53);
    assertThat(rows.get(3).getFirst()).isEqualTo("0.020000");
  }

  @Test
  void framesOfSeveralFilesNameTheirFile() {
    var run = extract("fbank", SPEECH.toString(), MUSIC.toString(), "--level", "frame");
    var rows = csv(run.out());
    assertThat(rows.getFirst()).startsWith("file", "time", "fbank[0]");
    assertThat(rows.getLast().getFirst()).isEqualTo(MUSIC.toString());
  }

  @Test
  void framesOfAVideoStandWhereTheyWereTaken() {
    var video = TestClips.video(folder.resolve("ad.mp4"), 2);
    var rows = csv(extract("colour-motion", video.toString(), "--level", "frame").out());
    assertThat(rows.getFirst()).startsWith("time").hasSizeGreaterThan(100);
    assertThat(rows).hasSizeGreaterThan(2);
  }

  @Test
  void aNumpyFileHoldsTheVectors() {
    var out = folder.resolve("new/features.npy");
    var run = extract("fbank", SPEECH.toString(), "--out", out.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    var array = NpyArray.read(out);
    assertThat(array.shape()).containsExactly(1, 128);
    var vector = new FbankExtractor().extract(Clips.wav("emobase/audio/s06_speech_16k.wav"));
    assertThat(array.rows()[0]).containsExactly(vector);
  }

  @Test
  void aCsvFileHoldsWhatIsPrintedWithoutIt() throws IOException {
    var out = folder.resolve("features.csv");
    extract("fbank", SPEECH.toString(), "--out", out.toString());
    assertThat(out).content().isEqualTo(extract("fbank", SPEECH.toString()).out());
    try (var all = Files.list(folder)) {
      assertThat(all).containsExactly(out);
    }
  }

  @Test
  void jsonHoldsNamesAndValues() throws IOException {
    var run = extract("fbank", SPEECH.toString(), "--json");
    var json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("extractor").asText()).isEqualTo("fbank");
    assertThat(json.get("columns")).hasSize(128);
    assertThat(json.get("rows")).hasSize(1);
    assertThat(json.at("/rows/0/file").asText()).isEqualTo(SPEECH.toString());
    assertThat(json.at("/rows/0/values")).hasSize(128);
  }

  @Test
  void jsonBesideAFileTellsWhatWasWritten() throws IOException {
    var out = folder.resolve("x.csv");
    var run = extract("fbank", SPEECH.toString(), "--json", "--out", out.toString());
    var json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("out").asText()).isEqualTo(out.toString());
    assertThat(json.get("rows").asInt()).isEqualTo(1);
  }

  @Test
  void textsComeFromOptionsAndFromLinesOfFiles() throws IOException {
    var file = folder.resolve("tags.txt");
    Files.writeString(file, "手机\n\n 童装 \n");
    var rows = csv(extract("bge-small-zh", "--text", "女装", file.toString()).out());
    assertThat(rows.stream().map(List::getFirst)).containsExactly("text", "女装", "手机", "童装");
    assertThat(rows).allMatch(row -> row.size() == 513);
  }

  @Test
  void aCheckpointIsComparedWithItsOriginalStageByStage() {
    var golden = TestCheckpoints.AST;
    var out = folder.resolve("o.npy");
    var run =
        extract(
            "ast",
            golden.resolve("input.npy").toString(),
            "--weights",
            golden.toString(),
            "--stage",
            "encoder_layer_0",
            "--out",
            out.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(NpyArray.read(out).shape()).containsExactly(1214, 64);
    assertThat(NpyArray.read(out).values())
        .containsExactly(
            NpyArray.read(golden.resolve("encoder_layer_0.npy")).values(), within(1e-4));
  }

  @Test
  void astGivesAVectorForAFileAndOneForEachWindow() {
    var weights = new String[] {"--weights", TestCheckpoints.SMALL_AST.toString()};
    var clip = csv(extract("ast", SPEECH.toString(), weights[0], weights[1]).out());
    assertThat(clip).hasSize(2);
    assertThat(clip.getFirst()).startsWith("file", "ast[0]").hasSize(25);
    var frames =
        csv(extract("ast", SPEECH.toString(), weights[0], weights[1], "--level", "frame").out());
    // 398 frames in windows of 30
    assertThat(frames).hasSize(1 + 14);
    assertThat(frames.getFirst()).startsWith("time", "ast[0]");
    assertThat(frames.getLast().getFirst()).isEqualTo("3.680000");
  }

  @Test
  void bertTakesItsWeightsFromAPlaceToo() {
    var run = extract("bert-wwm", "--text", "女装", "--weights", TestCheckpoints.BERT.toString());
    assertThat(csv(run.out()).get(1)).startsWith("女装").hasSize(33);
  }

  @Test
  void weightsThatAreNotThereAreOneLine() {
    var run = extract("ast", SPEECH.toString(), "--weights", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains(folder.resolve("model.safetensors") + " is not there")
        .hasLineCount(1);
  }

  @Test
  void anUnknownExtractorIsAnsweredByTheKnownOnes() {
    var run = extract("mfcc", SPEECH.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("\"mfcc\"", "emobase", "logmel").hasLineCount(1);
  }

  @Test
  void aMissingFileIsOneLine() {
    var run = extract("emobase", folder.resolve("gone.mp4").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("gone.mp4").hasLineCount(1);
  }

  @Test
  void aVideoWithoutSoundIsOneLine() {
    var mute =
        TestClips.make(
            folder.resolve("mute.mp4"),
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=64x64:rate=5:duration=1",
            "-c:v",
            "libopenh264");
    var run = extract("emobase", mute.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("mute.mp4", "no audio stream").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"old.csv", "old.npy"})
  void aFailureLeavesTheOldFileAsItWas(String name) throws IOException {
    var out = Files.writeString(folder.resolve(name), "old");
    var gone = folder.resolve("gone.mp4").toString();
    var run = extract("fbank", SPEECH.toString(), gone, "--out", out.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(out).hasContent("old");
    try (var all = Files.list(folder)) {
      assertThat(all).containsExactly(out);
    }
  }

  @Test
  void weightsThatAreNotThereAreAskedFor() {
    var data = folder.resolve("data").toString();
    var run = extract("inception-v3", SPEECH.toString(), "--data", data);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("is not there").hasLineCount(1);
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extract --extractor emobase",
        "extract a.wav",
        "extract a.wav --extractor emobase --text x",
        "extract --text x --extractor bge-small-zh --level frame",
        "extract a.wav --extractor emobase --out a.txt",
        "extract a.wav b.wav --extractor emobase --level frame --out a.npy",
        "extract a.wav --extractor emobase --weights w",
        "extract a.wav --extractor emobase --stage logits",
        "extract a.wav --extractor ast --weights w --stage logits --level frame",
        "extract a.wav --extractor emobase --level half"
      })
  void wrongUsageHasItsOwnExitCode(String line) {
    var run = Run.of(line.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Usage: yuyin extract");
  }

  private static Run extract(String extractor, String... arguments) {
    var all = new ArrayList<>(List.of("extract", "--extractor", extractor));
    all.addAll(List.of(arguments));
    return Run.of(all.toArray(String[]::new));
  }

  private static List<List<String>> csv(String text) {
    return text.lines().map(line -> List.of(line.split(","))).toList();
  }

  private static float[] numbers(List<String> cells, int from) {
    var numbers = new float[cells.size() - from];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Float.parseFloat(cells.get(from + i));
    }
    return numbers;
  }
}
