package org.yuyin.catalogue.synthetic.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.Test;
import org.yuyin.catalogue.synthetic.plan.Mood;
import org.yuyin.catalogue.synthetic.plan.ProductCategory;

class MidiFileTest {
  private static final Score SCORE =
      Composer.compose(ProductCategory.WEDDING_DRESSES, new Mood(0.4, 0.7), 3);

  @Test
  void everyNoteBeginsAndEndsWhereTheScoreSays() throws Exception {
    var events = events(read(SCORE));
    var begins = events.stream().filter(event -> command(event) == ShortMessage.NOTE_ON).toList();
    assertThat(begins).hasSize(SCORE.noteCount());
    assertThat(events.stream().filter(event -> command(event) == ShortMessage.NOTE_OFF))
        .hasSize(SCORE.noteCount());
    var expected =
        SCORE.parts().stream()
            .flatMap(part -> part.notes().stream())
            .map(note -> Math.round(note.start() * 480))
            .sorted()
            .toList();
    assertThat(begins.stream().map(MidiEvent::getTick).sorted()).isEqualTo(expected);
  }

  @Test
  void playedAtItsTempoThePieceLastsAsLongAsItSays() throws Exception {
    var sequence = read(SCORE);
    assertThat(sequence.getResolution()).isEqualTo(480);
    assertThat(sequence.getMicrosecondLength() / 1e6).isCloseTo(SCORE.seconds(), within(0.5));
  }

  @Test
  void everyPartHasItsOwnInstrumentAndDrumsHaveNone() throws Exception {
    var programs =
        events(read(SCORE)).stream()
            .filter(event -> command(event) == ShortMessage.PROGRAM_CHANGE)
            .map(event -> ((ShortMessage) event.getMessage()).getChannel())
            .toList();
    assertThat(programs).doesNotContain(Part.DRUM_CHANNEL).doesNotHaveDuplicates().hasSize(4);
  }

  @Test
  void theSameScoreGivesTheSameBytes() {
    assertThat(MidiFile.bytes(SCORE)).isEqualTo(MidiFile.bytes(SCORE));
  }

  private static Sequence read(Score score) throws Exception {
    return MidiSystem.getSequence(new ByteArrayInputStream(MidiFile.bytes(score)));
  }

  private static List<MidiEvent> events(Sequence sequence) {
    var events = new ArrayList<MidiEvent>();
    for (var track : sequence.getTracks()) {
      for (int event = 0; event < track.size(); event++) {
        events.add(track.get(event));
      }
    }
    return events;
  }

  private static int command(MidiEvent event) {
    return event.getMessage() instanceof ShortMessage message ? message.getCommand() : -1;
  }
}
