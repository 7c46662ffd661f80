package org.yuyin.catalogue.synthetic.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yuyin.catalogue.synthetic.plan.Mood;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;

class ComposerTest {
  private static final int LEAD = 0;
  private static final int BASS = 3;
  private static final double[] LEVELS = {0, 0.1, 0.3, 0.5, 0.7, 0.9, 1};

  @Test
  void theSameCategoryMoodAndSeedGiveTheSamePieceAndAnotherSeedAnother() {
    var mood = new Mood(0.6, 0.6);
    var piece = Composer.compose(ProductCategory.FOOD, mood, 7);
    assertThat(Composer.compose(ProductCategory.FOOD, mood, 7)).isEqualTo(piece);
    assertThat(Composer.compose(ProductCategory.FOOD, mood, 8)).isNotEqualTo(piece);
    assertThat(Composer.compose(ProductCategory.SPORTS, mood, 7)).isNotEqualTo(piece);
  }

  @Test
  void everyPieceStaysInOneKeyAndItsMelodyEndsOnTheTonic() {
    eachPiece(
        (category, score) -> {
          int tonic = part(score, LEAD).notes().getLast().pitch() % 12;
          assertThat(Mode.values())
              .as("%s in %d", category, tonic)
              .anyMatch(
                  mode -> mode.isMinor() == score.minor() && isIn(mode, tonic, category, score));
        });
  }

  @Test
  void pieceLastsEightToTwelveSecondsInWholeBarsOfItsTempo() {
    eachPiece(
        (category, score) -> {
          assertThat(score.seconds()).isBetween(8.0, 12.2);
          assertThat(score.barSeconds())
              .isCloseTo(score.beatsPerBar() * 60 / score.tempo(), near());
          assertThat(score.seconds()).isCloseTo(score.bars() * score.barSeconds(), near());
          int beats = score.bars() * score.beatsPerBar();
          assertThat(notes(score)).allMatch(note -> note.start() < beats);
        });
  }

  @Test
  void everyBarBeginsWithItsBassAndTheLastOneHoldsTheFinalChord() {
    eachPiece(
        (category, score) -> {
          var starts = part(score, BASS).notes().stream().map(Note::start).toList();
          for (int bar = 0; bar < score.bars(); bar++) {
            assertThat(starts).contains((double) bar * score.beatsPerBar());
          }
          double last = (score.bars() - 1) * (double) score.beatsPerBar();
          assertThat(notes(score))
              .filteredOn(note -> note.start() >= last)
              .allMatch(note -> note.start() == last);
        });
  }

  /** On one channel the end of the first would silence the second; strokes of a drum ring on. */
  @Test
  void noNoteIsCutOffByAnotherOfItsOwnPitch() {
    eachPiece(
        (category, score) -> {
          for (var part : pitched(score)) {
            var ends = new HashMap<Integer, Double>();
            for (var note : sorted(part)) {
              var before = ends.put(note.pitch(), note.start() + note.beats());
              assertThat(note.start())
                  .as("%s, channel %d, pitch %d", category, part.channel(), note.pitch())
                  .isGreaterThanOrEqualTo(before == null ? 0 : before - 1e-9);
            }
          }
        });
  }

  @Test
  void tempoKeepsToTheStyleAndGrowsWithEnergy() {
    for (var category : ProductCategory.values()) {
      var style = MusicStyle.of(category);
      double calm = medianTempo(category, 0.1);
      double driving = medianTempo(category, 0.9);
      assertThat(driving).as(category.title()).isGreaterThan(calm + 5);
      assertThat(calm).isGreaterThan(style.slowest() - 10);
      assertThat(driving).isLessThan(style.fastest() + 10);
    }
  }

  @Test
  void brightMoodsSoundInMajorAndDarkOnesInMinor() {
    for (var category : ProductCategory.values()) {
      assertThat(minorShare(category, 0.95)).as(category.title()).isZero();
      assertThat(minorShare(category, 0.05)).as(category.title()).isEqualTo(1);
    }
  }

  @Test
  void energyBringsMoreNotes() {
    for (var category : ProductCategory.values()) {
      assertThat(notesPerSecond(category, 0.95))
          .as(category.title())
          .isGreaterThan(1.3 * notesPerSecond(category, 0.05));
    }
  }

  @Test
  void modesHoldSevenTonesAndSayTruthfullyWhetherTheyAreMinor() {
    for (var mode : Mode.values()) {
      var tones = IntStream.range(0, 7).map(mode::semitones).toArray();
      assertThat(Arrays.stream(tones).distinct()).hasSize(7).allMatch(tone -> tone < 12);
      assertThat(mode.isMinor()).isEqualTo(contains(tones, 3));
      assertThat(mode.semitones(7)).isEqualTo(12);
      assertThat(mode.semitones(-1)).isNegative();
    }
  }

  private interface Check {
    void of(ProductCategory category, Score score);
  }

  private static void eachPiece(Check check) {
    for (var category : ProductCategory.values()) {
      for (double energy : LEVELS) {
        for (double brightness : LEVELS) {
          for (long seed = 0; seed < 3; seed++) {
            check.of(category, Composer.compose(category, new Mood(energy, brightness), seed));
          }
        }
      }
    }
  }

  private static void eachSeed(ProductCategory category, Mood mood, Consumer<Score> check) {
    for (long seed = 0; seed < 15; seed++) {
      check.accept(Composer.compose(category, mood, seed));
    }
  }

  /** A walking bass leads into the next bar by a semitone from outside: that is its charm. */
  private static boolean isIn(Mode mode, int tonic, ProductCategory category, Score score) {
    boolean walks = MusicStyle.of(category).bassLine() == BassLine.WALKING;
    var scale =
        IntStream.range(0, 7).map(degree -> (tonic + mode.semitones(degree)) % 12).toArray();
    return pitched(score).stream()
        .flatMap(
            part ->
                part.notes().stream()
                    .filter(note -> !walks || part.channel() != BASS || !leadsOn(note, score)))
        .allMatch(note -> contains(scale, note.pitch() % 12));
  }

  private static boolean leadsOn(Note note, Score score) {
    return note.start() % score.beatsPerBar() == score.beatsPerBar() - 1;
  }

  private static boolean contains(int[] tones, int tone) {
    return Arrays.stream(tones).anyMatch(each -> each == tone);
  }

  private static List<Part> pitched(Score score) {
    return score.parts().stream().filter(it -> it.channel() != Part.DRUM_CHANNEL).toList();
  }

  private static List<Note> sorted(Part part) {
    return part.notes().stream().sorted(Comparator.comparingDouble(Note::start)).toList();
  }

  private static Part part(Score score, int channel) {
    return score.parts().stream().filter(it -> it.channel() == channel).findFirst().orElseThrow();
  }

  private static List<Note> notes(Score score) {
    return score.parts().stream().flatMap(part -> part.notes().stream()).toList();
  }

  private static double medianTempo(ProductCategory category, double energy) {
    var tempos = new java.util.ArrayList<Double>();
    eachSeed(category, new Mood(energy, 0.5), score -> tempos.add(score.tempo()));
    return tempos.stream().sorted().toList().get(tempos.size() / 2);
  }

  private static double minorShare(ProductCategory category, double brightness) {
    var minor = new java.util.ArrayList<Double>();
    eachSeed(category, new Mood(0.5, brightness), score -> minor.add(score.minor() ? 1.0 : 0.0));
    return minor.stream().mapToDouble(share -> share).average().orElseThrow();
  }

  private static double notesPerSecond(ProductCategory category, double energy) {
    var density = new java.util.ArrayList<Double>();
    eachSeed(
        category, new Mood(energy, 0.5), score -> density.add(score.noteCount() / score.seconds()));
    return density.stream().mapToDouble(each -> each).average().orElseThrow();
  }

  private static org.assertj.core.data.Offset<Double> near() {
    return within(1e-9);
  }
}
