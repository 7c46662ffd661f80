package org.yuyin.catalogue.synthetic.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuyin.catalogue.synthetic.plan.Mood;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;
import org.yuyin.media.FfmpegMediaReader;
import org.yuyin.media.MediaLimits;
import org.yuyin.media.TestClips;
import org.yuyin.media.facts.MusicalKey;
import org.yuyin.media.facts.SoundFacts;
import org.yuyin.media.facts.SoundMeasurement;

/** On 60 composed pieces, whose tempo, key and mood are known; no constant was chosen on them. */
class ComposedMusicFactsTest {
  private static final int PIECES = 60;
  private static final int FIRST_SEED = 50_000;
  private static final double SAME_TEMPO = 0.04; // of the tempo, as MIREX counts

  private record Piece(Score score, Mood mood, MusicalKey key, SoundFacts facts) {
    double tempoRatio() {
      return facts.tempo().map(tempo -> tempo.bpm() / score.tempo()).orElse(0.0);
    }
  }

  private static List<Piece> pieces;

  @BeforeAll
  static void compose(@TempDir Path folder) {
    var reader = new FfmpegMediaReader(MediaLimits.standard());
    pieces = IntStream.range(0, PIECES).mapToObj(i -> piece(i, folder, reader)).toList();
  }

  private static Piece piece(int number, Path folder, FfmpegMediaReader reader) {
    var categories = ProductCategory.values();
    var category = categories[number % categories.length];
    var mood = category.usualMood().near(0.2, new SplittableRandom(FIRST_SEED + number));
    var score = Composer.compose(category, mood, FIRST_SEED + number);
    var sound = Mastering.master(Synthesiser.play(score), 0, score.seconds());
    try {
      var file = TestClips.wav(folder.resolve("piece.wav"), sound);
      var heard = reader.soundAndLoudness(file, SoundMeasurement.SAMPLE_RATE_HZ);
      var measured = SoundMeasurement.of(heard.sound(), heard.loudness(), Optional.empty());
      return new Piece(score, mood, key(score), measured.facts());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Pieces close on their tonic, which the bass then holds. */
  private static MusicalKey key(Score score) {
    var bass = score.parts().stream().filter(part -> part.channel() == 3).findFirst().orElseThrow();
    var last = bass.notes().stream().max(Comparator.comparingDouble(Note::start)).orElseThrow();
    return new MusicalKey(last.pitch() % MusicalKey.NOTES, score.minor());
  }

  private static boolean near(double ratio, double wanted) {
    return Math.abs(ratio - wanted) < SAME_TEMPO * wanted;
  }

  private static long count(java.util.function.Predicate<Piece> wanted) {
    return pieces.stream().filter(wanted).count();
  }

  @Test
  void theTempoIsFoundOfMostPiecesAndHalfOrTwiceOfSome() {
    long right = count(piece -> near(piece.tempoRatio(), 1));
    long half = count(piece -> near(piece.tempoRatio(), 0.5));
    long twice = count(piece -> near(piece.tempoRatio(), 2));
    System.out.printf("tempo: %d right, %d half, %d twice of %d%n", right, half, twice, PIECES);
    assertThat(right).isGreaterThan(PIECES * 65 / 100);
    assertThat(right + half + twice).isGreaterThan(PIECES * 78 / 100);
  }

  @Test
  void theKeyIsFoundOfMostPieces() {
    long right = count(piece -> found(piece).filter(piece.key()::equals).isPresent());
    long relative = count(piece -> found(piece).filter(piece.key().relative()::equals).isPresent());
    System.out.printf("key: %d right, %d the relative of %d%n", right, relative, PIECES);
    assertThat(right).isGreaterThan(PIECES * 70 / 100);
  }

  private static Optional<MusicalKey> found(Piece piece) {
    return piece.facts().key().map(guess -> guess.key());
  }

  @Test
  void livelyMoodsMeasureMoreEnergyAndBrightOnesMoreBrightness() {
    double energy = rankCorrelation(piece -> piece.mood().energy(), it -> it.facts().energy());
    double brightness =
        rankCorrelation(piece -> piece.mood().brightness(), it -> it.facts().brightnessHz());
    System.out.printf("rank correlation: energy %.2f, brightness %.2f%n", energy, brightness);
    assertThat(energy).isGreaterThan(0.65);
    assertThat(brightness).isGreaterThan(0.35);
  }

  @Test
  void loudnessIsWhatTheyWereMasteredTo() {
    for (var piece : pieces) {
      // The limiter takes some off loud pieces; nothing makes one louder.
      assertThat(piece.facts().loudness().orElseThrow().integratedLufs())
          .isBetween(Mastering.TARGET_LUFS - 2, Mastering.TARGET_LUFS + 0.2);
    }
  }

  /** Spearman's. */
  private static double rankCorrelation(
      ToDoubleFunction<Piece> first, ToDoubleFunction<Piece> second) {
    var x = ranks(first);
    var y = ranks(second);
    double mean = (PIECES - 1) / 2.0;
    double product = 0;
    double squares = 0;
    for (int i = 0; i < PIECES; i++) {
      product += (x[i] - mean) * (y[i] - mean);
      squares += (x[i] - mean) * (x[i] - mean);
    }
    return product / squares;
  }

  private static double[] ranks(ToDoubleFunction<Piece> value) {
    var order =
        IntStream.range(0, PIECES)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> value.applyAsDouble(pieces.get(i))))
            .toList();
    var ranks = new double[PIECES];
    Arrays.setAll(ranks, i -> order.indexOf(i));
    return ranks;
  }
}
